import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import type { Paper } from '#papers/schema.ts';
import { enrichmentFileName } from './enrichment-file.ts';
import type { Enrichment } from './schema.ts';

/**
 * Gives papers what arXiv knows of them, from the accepted lines: id, DOI, authors, categories, date, and the text with
 * the authors' own TeX, which needs no restoring. Ids, slugs and sightings stay as they are. A paper that has an arXiv
 * id of its own is left alone, and no id is given twice.
 */
export function applyEnrichment(papers: readonly Paper[], lines: readonly Enrichment[]): Result<Paper[]> {
  const log = new MessageLog(enrichmentFileName);
  const byPaper = new Map(lines.filter(isUsed).map((line) => [line.paper, line]));
  const owners = new Map(
    papers.flatMap(({ arxivId, id }) => (arxivId === null ? [] : [[arxivId, id] as const])),
  );
  const value = papers.map((paper) => {
    const line = byPaper.get(paper.id);
    byPaper.delete(paper.id);
    if (line === undefined || paper.arxivId !== null) return paper;
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
