import type { Corpus } from '#corpus/corpus.ts';
import { entryDate, newestFirst } from '#corpus/entry-date.ts';
import { onceFor } from '#memo/once-for.ts';

/** The ids of the papers that link to code, the newest first. Sorted once a corpus. */
export function withCode({ entries }: Pick<Corpus, 'entries'>): readonly string[] {
  return sortedWithCode(entries);
}

const sortedWithCode = onceFor((entries: Corpus['entries']): readonly string[] =>
  entries
    .filter(({ links }) => links.some(({ kind }) => kind === 'code'))
    .map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }))
    .sort(newestFirst)
    .map(({ id }) => id),
);
