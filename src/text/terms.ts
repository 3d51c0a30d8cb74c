import { headNouns, stopWords, texWords } from './stop-words.ts';
import { words, type WordForm } from './words.ts';

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

function isContent({ folded }: WordForm): boolean {
  return (
    folded.length >= minLength &&
    !stopWords.has(folded) &&
    !texWords.has(folded) &&
    !/^\d+(?:st|nd|rd|th|x|k)?$/.test(folded)
  );
}

/** The terms of a text, in order. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  let open = false;
  for (const { form, glued } of words(text)) {
    const alone = isContent(form);
    const pairs = open && glued && (alone || headNouns.has(form.folded));
    if (alone || pairs)
      found.push({ stem: form.stem, surface: form.capitals ? form.surface : form.folded, alone, pairs });
    open = alone;
  }
  return found;
}
