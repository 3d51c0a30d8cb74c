import { formatCount } from '#views/format.ts';
import { type MarkKind, markKinds, type Marks, parseJson, readPapers } from './marks.ts';

/** The one version of the JSON form of marks that there is. */
const knownVersion = 1;

/** A file of marks: what is understood of it and how many of its entries are not, or why nothing of it is taken. */
export type MarkFile = { marks: Marks; leftOut: number } | { refused: string };

/** Reads a file of marks, as `writeMarks` writes it. `name` is its name, for the reason. */
export function readMarkFile(name: string, text: string): MarkFile {
  const { version = knownVersion, papers } = parseJson(text);
  if (version !== knownVersion)
    return {
      refused: `${name} is of version ${JSON.stringify(version)}, and this site knows version ${knownVersion} only, so nothing was changed.`,
    };
  const { marks, leftOut } = readPapers(papers);
  if (marks.size === 0 && leftOut === 0)
    return {
      refused: `${name} has no marks in it, so nothing was changed. It should be a file saved from this page.`,
    };
  return { marks, leftOut };
}

/**
 * Says what came in: `3 marks added: 2 saved, 1 read. 4 were here already. 2 entries not understood.` `before` are the
 * marks from before.
 */
export function importReport(before: Marks, { marks, leftOut }: { marks: Marks; leftOut: number }): string {
  const added = Object.fromEntries(markKinds.map((kind) => [kind, 0])) as Record<MarkKind, number>;
  let known = 0;
  for (const [slug, mark] of marks)
    for (const kind of markKinds)
      if (mark[kind] !== undefined) {
        if (before.get(slug)?.[kind] === undefined) added[kind]++;
        else known++;
      }
  const kinds = markKinds.filter((kind) => added[kind] > 0);
  const total = kinds.reduce((sum, kind) => sum + added[kind], 0);
  const byKind = kinds.map((kind) => `${added[kind]} ${kind}`).join(', ');
  return [
    total === 0 ? 'No mark added.' : `${formatCount(total, 'mark')} added: ${byKind}.`,
    known > 0 && `${known} ${known === 1 ? 'was' : 'were'} here already.`,
    leftOut > 0 && `${formatCount(leftOut, 'entry', 'entries')} not understood.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}
