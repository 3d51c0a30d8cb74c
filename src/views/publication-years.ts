import type { Entry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import type { MonthsOfList } from './month-sections.ts';

/** The months in which papers were published, which have no pages. */
export const monthsOfPublished: MonthsOfList = { dateOf: ({ paper }) => paper.published, urlOf: () => null };

/** The papers of each year of publication, the newest year and the newest paper first. Grouped once a corpus. */
export const papersByPublicationYear = onceFor((entries: readonly Entry[]): ReadonlyMap<string, Entry[]> => {
  const dated = entries.filter(({ paper }) => paper.published !== null);
  const key = ({ paper }: Entry): string => `${paper.published} ${paper.id}`;
  dated.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
  return Map.groupBy(dated, ({ paper }) => paper.published!.slice(0, 4));
});
