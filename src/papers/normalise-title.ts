import { damage } from '#restore/damage.ts';
import { fold } from '#text/fold.ts';

/**
 * The text after any number of passes of D, which took the TeX out of most feeds: the undamaged text of one feed and
 * the damaged text of another become the same.
 */
export function withoutTex(text: string): string {
  let before = text;
  while (before.includes('\\') || before.includes('$')) {
    const after = damage(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

/**
 * What titles are compared by: TeX lost as in the feeds, folded, letters and digits only
 * (`HyperZ$\cdot$Z` -> `hyperzcdotz`). A title without letters or digits stays as it is.
 */
export function normaliseTitle(title: string): string {
  return fold(withoutTex(title)).replace(/[^\p{L}\p{N}]+/gu, '') || title;
}
