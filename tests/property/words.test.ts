import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prose } from '#text/prose.ts';
import { words } from '#text/words.ts';

/** Words as a pattern defines them. */
function wordsByPattern(text: string): { surface: string; glued: boolean }[] {
  const plain = prose(text);
  const found: { surface: string; glued: boolean }[] = [];
  let end = -1;
  for (const { 0: surface, index } of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const between = end < 0 ? '.' : plain.slice(end, index);
    end = index + surface.length;
    if (surface === 's' && (between === "'" || between === '’')) continue;
    found.push({ surface, glued: /^[\s\-‐-―/_]*$/.test(between) });
  }
  return found;
}

describe('words of any text', () => {
  it('are runs of letters, digits and marks', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        "Newton's",
        's',
        "'",
        '’',
        ' ',
        '-',
        '—',
        '/',
        'é',
        '𝒜',
        '\ud835',
        '. ',
        'x1',
        '\u00a0',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const found = words(text).map(({ form, glued }) => ({ surface: form.surface, glued }));
          expect(found).toEqual(wordsByPattern(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
