import type { Corpus } from '#corpus/corpus.ts';
import { entryDate, newestFirst } from '#corpus/entry-date.ts';

const known = new WeakMap<Corpus['entries'], readonly string[]>();

/** The ids of the papers that link to code, the newest first. Sorted once a corpus. */
export function withCode({ entries }: Pick<Corpus, 'entries'>): readonly string[] {
  let ids = known.get(entries);
  if (ids === undefined) known.set(entries, (ids = sortedWithCode(entries)));
  return ids;
}

function sortedWithCode(entries: Corpus['entries']): string[] {
  return entries
    .filter(({ links }) => links.some(({ kind }) => kind === 'code'))
    .map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }))
    .sort(newestFirst)
    .map(({ id }) => id);
}
