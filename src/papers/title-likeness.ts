import { fold } from '#text/fold.ts';
import { withoutTex } from './normalise-title.ts';

const NUMBER = /^(?:\d+|i{1,3}|iv|vi{0,3}|ix|x)$/;
const GENRE = /^(?:addendum|comments?|corrigendum|discussion|errat(?:um|a)|rejoinder|reply|response)$/;

/** The part of the words of two titles that both have (Jaccard index). */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [titleWords(a), titleWords(b)];
  const shared = left.intersection(right).size;
  return shared / Math.max(1, left.size + right.size - shared);
}

/**
 * Whether two titles name different works even if their abstracts agree: both are numbered and the numbers differ
 * ("Part I", "Part II"; `S_{1,1,5}`, `S_{2,2,3}`), or one is a comment, discussion, rejoinder and the other is not.
 */
export function titlesContradict(a: string, b: string): boolean {
  const [left, right] = [titleWords(a), titleWords(b)];
  const numbers = [matching(left, NUMBER), matching(right, NUMBER)] as const;
  const isRenumbered = !numbers[0].isSubsetOf(numbers[1]) && !numbers[1].isSubsetOf(numbers[0]);
  return isRenumbered || matching(left, GENRE).symmetricDifference(matching(right, GENRE)).size > 0;
}

function matching(words: ReadonlySet<string>, pattern: RegExp): Set<string> {
  return new Set([...words].filter((word) => pattern.test(word)));
}

function titleWords(title: string): Set<string> {
  return new Set(fold(withoutTex(title)).match(/[\p{L}\p{N}]+/gu));
}
