import type { Enrichment } from '#enrichment/schema.ts';
import { writeJsonLine } from '../commands/json-lines.ts';

/** Writes a JSON line for each paper for which something new was found, and sums up on standard error. */
export async function reportChanges(
  before: readonly Enrichment[],
  after: readonly Enrichment[],
  wanted: readonly { id: string }[],
): Promise<void> {
  const old = new Map(before.map((line) => [line.paper, JSON.stringify(line)]));
  for (const line of after) {
    if (line.arxivId === null || old.get(line.paper) === JSON.stringify(line)) continue;
    const { paper, paperTitle, arxivId, accepted, agreement, record } = line;
    await writeJsonLine({ paper, paperTitle, arxivId, accepted, agreement, recordTitle: record?.title });
  }
  const lines = new Map(after.map((line) => [line.paper, line]));
  const count = (test: (line: Enrichment | undefined) => boolean) =>
    wanted.filter(({ id }) => test(lines.get(id))).length;
  process.stderr.write(
    `${wanted.length} papers without an arXiv id of their own: ${count((line) => line?.accepted === true)} found, ` +
      `${count((line) => line?.accepted === false && line.arxivId !== null)} doubtful (set "accepted" by hand), ` +
      `${count((line) => line === undefined || line.arxivId === null)} not found\n`,
  );
}
