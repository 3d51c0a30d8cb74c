import { headNouns, stopWords, texWords } from './stop-words.ts';
import { onceForForm, words, type WordForm } from './words.ts';

/**
 * The content words of a text, for counting what it is about: `stem` identifies the word, `surface` is how it was
 * written (small letters but for names in capitals), `alone` tells whether it says something by itself, and `pairs`
 * whether it makes a phrase with the word before.
 */
export interface Term {
  stem: string;
  surface: string;
  alone: boolean;
  pairs: boolean;
}

const minLength = 2;

/** Whether a form says something by itself. */
const isContent = onceForForm(
  ({ folded }) =>
    folded.length >= minLength &&
    !stopWords.has(folded) &&
    !texWords.has(folded) &&
    !/^\d+(?:st|nd|rd|th|x|k)?$/.test(folded),
);

/** Calls `see` with the form of each term of a text, in order, and whether it stands alone and pairs up. */
export function eachTerm(text: string, see: (form: WordForm, alone: boolean, pairs: boolean) => void): void {
  let open = false;
  for (const { form, glued } of words(text)) {
    const alone = isContent(form);
    const pairs = open && glued && (alone || headNouns.has(form.folded));
    if (alone || pairs) see(form, alone, pairs);
    open = alone;
  }
}

/** How a word is written where it is counted: small letters, but for names in capitals. */
export const surfaceOf = (form: WordForm): string => (form.capitals ? form.surface : form.folded);

/** The terms of a text, in order. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  eachTerm(text, (form, alone, pairs) =>
    found.push({ stem: form.stem, surface: surfaceOf(form), alone, pairs }),
  );
  return found;
}
