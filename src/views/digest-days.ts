import type { Corpus } from '#corpus/corpus.ts';
import type { Digest } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import { cardOf } from './card-of.ts';
import type { DigestItem } from './card-list.ts';

/** The papers of a date. */
export type DatedDigest = Digest & { date: string };

/** The dated digests of a corpus, newest first. */
export function datedDigests({ digests }: Pick<Corpus, 'digests'>): readonly DatedDigest[] {
  return withDate(digests);
}

const withDate = onceFor((digests: Corpus['digests']): readonly DatedDigest[] =>
  digests.filter((digest): digest is DatedDigest => digest.date !== null),
);

/** Papers of each day: ISO date to count. */
export function countsByDay(digests: readonly DatedDigest[]): Map<string, number> {
  return new Map(digests.map(({ date, items }) => [date, items.length]));
}

/** Adds up counts of days under the key of each (its month, its year), in the order of first appearance. */
export function countsBy(
  digests: readonly DatedDigest[],
  keyOf: (date: string) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { date, items } of digests)
    counts.set(keyOf(date), (counts.get(keyOf(date)) ?? 0) + items.length);
  return counts;
}

/** The ids of these items. */
export const idsOf = (items: Digest['items']): string[] => items.map(({ id }) => id);

/** The items of a digest with their cards. */
export function digestItems(corpus: Corpus, items: Digest['items']): DigestItem[] {
  return items.map(({ id, position, seenBefore }) => ({ card: cardOf(corpus, id), position, seenBefore }));
}

/** Whether any of these papers has mathematics in what a card shows. */
export function haveMath(corpus: Pick<Corpus, 'renderedById'>, ids: readonly string[]): boolean {
  return ids.some((id) => corpus.renderedById.get(id)?.hasMath === true);
}
