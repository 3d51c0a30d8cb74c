import { texWords } from '#text/stop-words.ts';
import { words } from '#text/words.ts';

const titleCount = 3;

/** Words between which no pair is formed, and which are no features themselves. */
const functionWords = new Set(
  `a an and are as at be been both but by can do does for from has have how in into is it its not of on only or our
  so such than that the their them then there these they this those to was we were what when where which while who
  will with within without you your`.split(/\s+/),
);

/** Calls `count` with each stem and each pair of neighbouring stems of a document, with how often it occurs. */
export function ngrams({ title, abstract }: { title: string; abstract: string }): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (ngram: string, times: number) => counts.set(ngram, (counts.get(ngram) ?? 0) + times);
  for (const [text, times] of [
    [title, titleCount],
    [abstract, 1],
  ] as const) {
    let before: string | null = null;
    for (const { form, glued } of words(text)) {
      const { folded, stem } = form;
      if (functionWords.has(folded) || texWords.has(folded) || /^\d+$/.test(folded)) {
        before = null;
        continue;
      }
      add(stem, times);
      if (glued && before !== null) add(`${before} ${stem}`, times);
      before = stem;
    }
  }
  return counts;
}
