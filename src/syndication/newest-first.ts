import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry } from '#corpus/schema.ts';

/** Entries by date, newest first, those of a day in its digest's order, undated ones last. */
export function newestFirst({ entries, digests }: Pick<Corpus, 'entries' | 'digests'>): Entry[] {
  const positions = new Map<string, number>();
  for (const { date, items } of digests)
    for (const { id, position } of items) positions.set(`${date} ${id}`, position);
  return entries
    .map((entry) => {
      const date = entryDate(entry.paper) ?? '';
      return { entry, date, position: positions.get(`${date} ${entry.paper.id}`) ?? 0 };
    })
    .sort((a, b) => (a.date === b.date ? a.position - b.position : a.date < b.date ? 1 : -1))
    .map(({ entry }) => entry);
}
