import type { Corpus } from '#corpus/corpus.ts';
import { entryDate, newestFirst } from '#corpus/entry-date.ts';

/** The ids of the papers that link to code, the newest first. */
export function withCode({ entries }: Pick<Corpus, 'entries'>): string[] {
  return entries
    .filter(({ links }) => links.some(({ kind }) => kind === 'code'))
    .map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }))
    .sort(newestFirst)
    .map(({ id }) => id);
}
