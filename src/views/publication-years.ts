import type { Entry } from '#corpus/schema.ts';

const known = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry[]>>();

/** The papers of each year of publication, the newest year and the newest paper first. Grouped once a corpus. */
export function papersByPublicationYear(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  let years = known.get(entries);
  if (years === undefined) known.set(entries, (years = groupByYear(entries)));
  return years;
}

function groupByYear(entries: readonly Entry[]): Map<string, Entry[]> {
  const dated = entries.filter(({ paper }) => paper.published !== null);
  const key = ({ paper }: Entry): string => `${paper.published} ${paper.id}`;
  dated.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
  return Map.groupBy(dated, ({ paper }) => paper.published!.slice(0, 4));
}
