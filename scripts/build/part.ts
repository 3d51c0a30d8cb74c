import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry } from '#corpus/schema.ts';

/**
 * A part of a site that is built on a machine of its own: the papers listed in one year, such as `2025`; those without
 * any date, `undated`; or `rest`, all that is not of one paper. The parts of a site share no file, and together they
 * are the site.
 */
export type Part = string;

export const isPart = (name: string): name is Part => /^(?:\d{4}|undated|rest)$/.test(name);

/** The part that a paper is of. */
export const partOf = (entry: Pick<Entry, 'paper'>): Part => entryDate(entry.paper)?.slice(0, 4) ?? 'undated';

/** The entries whose own files a build of `part` writes: all when there is no part. */
export function entriesOfPart(corpus: Pick<Corpus, 'entries'>, part: Part | undefined): readonly Entry[] {
  return part === undefined ? corpus.entries : corpus.entries.filter((entry) => partOf(entry) === part);
}
