import { isPaperOfId } from './agreement.ts';
import { lineOf, lineWithoutRecord } from './line-of.ts';
import type { Candidate, WantedPaper } from './record-matcher.ts';
import type { Enrichment } from './schema.ts';

/**
 * The lines of a file below `content/records/` after a search, sorted by paper: those of papers whose feeds give their
 * arXiv id.
 *
 * A line on the paper's own id stays when it is accepted, or was refused although the record agrees, which only a
 * person does. Any other gives way to what was found. `searched` are papers that the arXiv API was asked for: those
 * that it has no record of get a line that says so.
 */
export function decideKnown(
  previous: readonly Enrichment[],
  candidates: readonly Candidate[],
  searched: readonly WantedPaper[] = [],
): Enrichment[] {
  const lines = new Map(previous.map((line) => [line.paper, line]));
  for (const candidate of candidates) {
    const line = lines.get(candidate.paper.id);
    if (line === undefined || isOpen(line, candidate.record.arxivId))
      lines.set(candidate.paper.id, lineOf(candidate, candidate.isSame));
  }
  for (const paper of searched) if (!lines.has(paper.id)) lines.set(paper.id, lineWithoutRecord(paper));
  return [...lines.values()].sort((a, b) => (a.paper < b.paper ? -1 : 1));
}

function isOpen({ arxivId, accepted, agreement }: Enrichment, ownId: string): boolean {
  if (arxivId !== ownId) return true;
  return !accepted && agreement !== undefined && !isPaperOfId(agreement);
}
