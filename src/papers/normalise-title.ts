import { damage } from '#restore/damage.ts';
import { fold } from '#text/fold.ts';

/**
 * No text that people write has braces so deep within each other; one that has would take time square in its length.
 */
const maxPasses = 32;

/**
 * The text after as many passes of D as change it (`maxPasses` at most), which took the TeX out of most feeds: the
 * undamaged text of one feed and the damaged text of another become the same.
 */
export function withoutTex(text: string): string {
  let before = text;
  for (let pass = 0; pass < maxPasses && /[\\$]/.test(before); pass++) {
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
