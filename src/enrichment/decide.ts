import type { Message, Result } from '#diagnostics/message.ts';
import { isSamePaper, strengthOf } from './agreement.ts';
import type { Candidate, WantedPaper } from './record-matcher.ts';
import { lineOf, lineWithoutRecord } from './line-of.ts';
import type { Enrichment } from './schema.ts';

/**
 * The lines of `content/enrichment.jsonl` after a search, sorted by paper.
 *
 * What a person decided stays: a line that is accepted, and one whose `accepted` is not what its agreement says, are
 * never changed. A rejected candidate gives way to an accepted one only, and "nothing found" to any.
 *
 * `searched` are papers that the arXiv API was asked for: those without a candidate get a line that says so. `takenIds`
 * are the arXiv ids of papers that have one by themselves, with the paper. An id is given to one paper only, the one
 * that agrees best; where it is taken, the paper is likely a duplicate, which is reported, and the line is not
 * accepted.
 */
export function decide(
  previous: readonly Enrichment[],
  candidates: readonly Candidate[],
  takenIds: ReadonlyMap<string, string>,
  searched: readonly WantedPaper[] = [],
): Result<Enrichment[]> {
  const messages: Message[] = [];
  const lines = new Map(previous.map((line) => [line.paper, line]));
  const owners = new Map(takenIds);
  for (const { paper, arxivId, accepted } of previous)
    if (accepted && arxivId !== null) owners.set(arxivId, paper);
  for (const candidate of [...candidates].sort(byAgreement)) {
    const { id: paper } = candidate.paper;
    const line = lines.get(paper);
    if (line !== undefined && !isOpen(line, candidate)) continue;
    const { arxivId } = candidate.record;
    const owner = owners.get(arxivId);
    if (candidate.isSame && owner !== undefined && owner !== paper)
      messages.push({
        severity: 'warning',
        rule: 'enrichment-id-taken',
        feed: null,
        line: null,
        text: `${paper} agrees with arXiv:${arxivId}, which is the paper ${owner}: they are likely one paper seen twice. The match was not accepted.`,
      });
    const accepted = candidate.isSame && (owner === undefined || owner === paper);
    if (accepted) owners.set(arxivId, paper);
    lines.set(paper, lineOf(candidate, accepted));
  }
  for (const paper of searched) if (!lines.has(paper.id)) lines.set(paper.id, lineWithoutRecord(paper));
  return { value: [...lines.values()].sort((a, b) => (a.paper < b.paper ? -1 : 1)), messages };
}

/** Whether a search may still change a line. */
function isOpen(line: Enrichment, candidate: Candidate): boolean {
  if (line.accepted) return false;
  if (line.arxivId === null) return true;
  const isOwners = line.agreement === undefined || isSamePaper(line.agreement);
  return !isOwners && candidate.isSame;
}

/** Papers that agree best choose first. */
function byAgreement(one: Candidate, other: Candidate): number {
  return strengthOf(other.agreement) - strengthOf(one.agreement) || (one.paper.id < other.paper.id ? -1 : 1);
}
