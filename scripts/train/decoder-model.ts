import type { NgramParameters } from '#restore/language-model.ts';
import { anyWord, formulaEnd, lostClose, unknownToken } from '#restore/tex-vocabulary.ts';
import type { SpelledFormula } from './formula-tokens.ts';
import { trainNgrams } from './ngrams.ts';

const minWordCount = 50;
const minTokenCount = 2;
const minOpenCount = 3;
/** Commands with an argument that no formula needs back, or whose argument stands by itself. */
const neverOpened = /^L\\(?:href|newcommand|in|set|Theta|geq|leq|nabla|Pr)\{$/;

/** Trains the decoder's n-gram model on the formulas of the corpus. See `trainNgrams` for `minGain`. */
export function trainDecoder(formulas: readonly SpelledFormula[], minGain: number): NgramParameters {
  const tokenCounts = new Map<string, number>();
  const wordCounts = new Map<string, number>();
  for (const { tokens, wordBefore } of formulas) {
    for (const token of tokens) tokenCounts.set(token, (tokenCounts.get(token) ?? 0) + 1);
    wordCounts.set(wordBefore, (wordCounts.get(wordBefore) ?? 0) + 1);
  }
  const known = [...tokenCounts].filter(([token, count]) =>
    token.startsWith('L\\') ? count >= minOpenCount && !neverOpened.test(token) : count >= minTokenCount,
  );
  const words = [...wordCounts].filter(([word, count]) => word !== '' && count >= minWordCount);
  const tokens = [
    ...new Set([anyWord, formulaEnd, lostClose, unknownToken, ...known.map(([token]) => token).sort()]),
    ...words.map(([word]) => anyWord + word).sort(),
  ];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const sequences = formulas.map((formula) => ({
    ids: [
      ids.get(anyWord + formula.wordBefore) ?? ids.get(anyWord)!,
      ...formula.tokens.map((token) => ids.get(token) ?? ids.get(unknownToken)!),
      ids.get(formulaEnd)!,
    ],
    given: 1,
  }));
  return trainNgrams(tokens, sequences, minGain);
}
