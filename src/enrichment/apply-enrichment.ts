import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import type { Paper } from '#papers/schema.ts';
import { isOtherVersion } from './agreement.ts';
import { enrichmentFileName, recordsFileName } from './enrichment-file.ts';
import type { Enrichment } from './schema.ts';

/**
 * Gives papers what arXiv knows of them, from the accepted lines: id, DOI, authors, categories, date, and the text with
 * the authors' own TeX, which needs no restoring. Ids, slugs and sightings stay as they are.
 *
 * A paper that has an arXiv id of its own takes a line on that id only, and none when a feed already brought the
 * authors' text. Where the record has another version of the abstract, arXiv's is taken, and a message says so. No id
 * is given twice.
 */
export function applyEnrichment(papers: readonly Paper[], lines: readonly Enrichment[]): Result<Paper[]> {
  const log = new MessageLog(enrichmentFileName);
  const byPaper = new Map<string, UsedLine[]>();
  for (const line of lines.filter(isUsed))
    byPaper.set(line.paper, [...(byPaper.get(line.paper) ?? []), line]);
  const owners = new Map(
    papers.flatMap(({ arxivId, id }) => (arxivId === null ? [] : [[arxivId, id] as const])),
  );
  const value = papers.map((paper) => {
    const own = byPaper.get(paper.id);
    if (own === undefined) return paper;
    byPaper.delete(paper.id);
    if (paper.arxivId !== null) return ofKnownId(paper, paper.arxivId, own, log);
    const line = own[0]!;
    const owner = owners.get(line.arxivId);
    if (owner !== undefined) {
      log.note(
        'warning',
        'enrichment-id-taken',
        null,
        `The line on ${paper.id} gives it arXiv:${line.arxivId}, which is the paper ${owner}; the line was not used.`,
      );
      return paper;
    }
    owners.set(line.arxivId, paper.id);
    return enriched(paper, line);
  });
  if (byPaper.size > 0)
    log.note(
      'info',
      'enrichment-without-paper',
      null,
      `${byPaper.size} lines are on papers that no feed has, such as ${[...byPaper.keys()][0]}; they were not used.`,
    );
  return { value, messages: log.messages };
}

function ofKnownId(paper: Paper, arxivId: string, own: readonly UsedLine[], log: MessageLog): Paper {
  const line = own.find((candidate) => candidate.arxivId === arxivId);
  if (line === undefined) {
    log.note(
      'warning',
      'enrichment-id-differs',
      null,
      `The line on ${paper.id} gives it arXiv:${own[0]!.arxivId}, but its feeds say arXiv:${arxivId}; the line was not used. Remove it, and run "digest enrich" again.`,
    );
    return paper;
  }
  if (paper.tex === 'authors') return paper;
  if (line.agreement !== undefined && isOtherVersion(line.agreement))
    log.note(
      'info',
      'abstract-of-other-version',
      null,
      `arXiv:${arxivId} has another version of the abstract than the feed; arXiv's was taken. Set "accepted" to false in ${recordsFileName(arxivId)} to keep the feed's.`,
    );
  return enriched(paper, line);
}

type UsedLine = Enrichment & { arxivId: string };

const isUsed = (line: Enrichment): line is UsedLine => line.accepted && line.arxivId !== null;

function enriched(paper: Paper, { arxivId, record }: UsedLine): Paper {
  if (record === undefined) return { ...paper, arxivId };
  const hasAuthors = record.authors.length > 0;
  return {
    ...paper,
    arxivId,
    title: record.title,
    ...(record.abstract === '' ? {} : { abstract: record.abstract, tex: 'authors' as const }),
    doi: record.doi ?? paper.doi,
    published: record.published ?? paper.published,
    authors: hasAuthors ? record.authors : paper.authors,
    authorCount: hasAuthors ? record.authors.length : paper.authorCount,
    categories: record.categories.length > 0 ? record.categories : paper.categories,
  };
}
