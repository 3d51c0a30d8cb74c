import { texWords } from '#text/stop-words.ts';
import { onceForForm, words, type Word, type WordForm } from '#text/words.ts';

const titleCount = 3;

/** Words between which no pair is formed, and which are no features themselves. */
const functionWords = new Set(
  `a an and are as at be been both but by can do does for from has have how in into is it its not of on only or our
  so such than that the their them then there these they this those to was we were what when where which while who
  will with within without you your`.split(/\s+/),
);

const isFeature = onceForForm(
  ({ folded }) => !functionWords.has(folded) && !texWords.has(folded) && !/^\d+$/.test(folded),
);

/**
 * Calls `see` with each word of a document that is a feature, the one before it where the two are neighbours (else
 * null), and how often it counts.
 */
export function eachFeature(
  title: readonly Word[],
  abstract: readonly Word[],
  see: (form: WordForm, before: WordForm | null, times: number) => void,
): void {
  for (const text of [title, abstract]) {
    let before: WordForm | null = null;
    for (const { form, glued } of text) {
      if (isFeature(form)) {
        see(form, glued ? before : null, text === title ? titleCount : 1);
        before = form;
      } else before = null;
    }
  }
}

/** Each stem and each pair of neighbouring stems of a document, with how often it occurs. */
export function ngrams({ title, abstract }: { title: string; abstract: string }): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (ngram: string, times: number) => counts.set(ngram, (counts.get(ngram) ?? 0) + times);
  eachFeature(words(title), words(abstract), ({ stem }, before, times) => {
    add(stem, times);
    if (before !== null) add(`${before.stem} ${stem}`, times);
  });
  return counts;
}
