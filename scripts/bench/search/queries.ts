import type { SearchDocument, Segment } from '#search/schema.ts';
import { isIndexed } from '#search/common-words.ts';
import { tokenizeText } from '#search/tokenize.ts';
import { Random } from '../../random.ts';

/** A query of the benchmark. `typo`: one of its words is misspelt. */
export interface BenchQuery {
  q: string;
  typo: boolean;
}

/** A query of four words of one paper's abstract, with and without a typo in one of them. */
export interface KnownItem {
  slug: string;
  q: string;
  typoQ: string;
}

/** A text with the TeX of its formulas. */
export function plainText(segments: readonly Segment[]): string {
  return segments.map((segment) => (typeof segment === 'string' ? segment : segment[0])).join('');
}

/** Different words worth searching for, of at least four plain letters. */
function wordsOf(segments: readonly Segment[]): string[] {
  const terms = tokenizeText(segments.filter((segment) => typeof segment === 'string').join(' ')).map(
    ({ term }) => term,
  );
  return [...new Set(terms)].filter((term) => /^[a-z]{4,}$/.test(term) && isIndexed(term));
}

/** One edit anywhere but at the first letter: a swap, a loss, a doubling or another letter. */
function misspell(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return `${before}${after[0]}${letter}${after.slice(1)}`;
    case 1:
      return before + after;
    case 2:
      return `${before}${letter}${letter}${after}`;
    default:
      return `${before}${String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 7) % 26))}${after}`;
  }
}

/** One to three consecutive words of titles; 40 % with an unfinished last word, 15 % with a typo in it. */
export function titleQueries(documents: readonly SearchDocument[], count: number): BenchQuery[] {
  const random = new Random(99);
  const queries: BenchQuery[] = [];
  while (queries.length < count) {
    const words = wordsOf(random.pick(documents).title);
    if (words.length < 3) continue;
    const length = 1 + random.below(3);
    const start = random.below(words.length - length + 1);
    const chosen = words.slice(start, start + length);
    const last = chosen.pop()!;
    const kind = random.next();
    const typo = kind >= 0.4 && kind < 0.55 && last.length > 5;
    const unfinished = last.slice(0, Math.max(4, Math.ceil(last.length * 0.6)));
    chosen.push(kind < 0.4 ? unfinished : typo ? misspell(last, random) : last);
    queries.push({ q: chosen.join(' '), typo });
  }
  return queries;
}

/** Four words of an abstract in any order, and the same with one of them misspelt. */
export function knownItems(documents: readonly SearchDocument[], count: number): KnownItem[] {
  const random = new Random(2024);
  const items: KnownItem[] = [];
  while (items.length < count) {
    const { slug, abstract } = random.pick(documents);
    const words = wordsOf(abstract);
    if (words.length < 8) continue;
    const chosen: string[] = [];
    while (chosen.length < 4) chosen.push(...words.splice(random.below(words.length), 1));
    const misspelt = chosen.map((word, i) => (i === 1 ? misspell(word, random) : word));
    items.push({ slug, q: chosen.join(' '), typoQ: misspelt.join(' ') });
  }
  return items;
}
