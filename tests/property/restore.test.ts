import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damage } from '../../src/restore/damage.ts';
import { renders } from '../../src/restore/renders.ts';
import { restore } from '../../src/restore/restore.ts';

const pieces = [
  ...[
    'x_i',
    'R^d',
    'O(n log n)',
    'mathcal{O}(sqrt n)',
    '1{n}',
    'nepsilon',
    '|x|_2',
    'k',
    'leq',
    '2.5times',
    'A',
  ],
  ...[
    'the',
    'model',
    'We',
    'show',
    'that',
    'GPT-4',
    '95\\%',
    '\\method',
    '~',
    '--',
    '{\\em',
    '}',
    '{',
    '(',
    ')',
  ],
  ...[
    '$',
    '\\$',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\',
    '^',
    '_',
    '\\def\\x{\\x\\x}',
    '\\textbf{a}',
    '🙂',
    'שלום',
    '\n',
    '\u00a0',
    '\ud800',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('what was restored is damaged to what was given, renders, and stays on a second time', () => {
  fc.assert(
    fc.property(text, (given) => {
      const restored = restore(given);
      if (damage(given) === given) expect(damage(restored.text)).toBe(given);
      else expect(restored.text).toBe(given);
      let rest = '';
      let end = 0;
      for (const formula of restored.formulas) {
        expect(formula.start).toBeGreaterThanOrEqual(end);
        rest += restored.text.slice(end, formula.start);
        end = formula.end;
        if (!formula.reconstructed) continue;
        expect(restored.text.slice(formula.start, formula.end)).toBe(`$${formula.tex}$`);
        expect(renders(formula.tex)).toBe(true);
      }
      rest += restored.text.slice(end);
      expect(given.length).toBeGreaterThanOrEqual(rest.length);
      expect(restore(restored.text).text).toBe(restored.text);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test.each([
  ['a formula over and over', 'x_i '.repeat(25_000)],
  ['open braces', '{'.repeat(100_000)],
  ['open brackets', '('.repeat(100_000)],
  ['commands without an end', '\\a{'.repeat(33_000)],
  ['definitions', '\\def\\x{\\x\\x}'.repeat(8_000)],
  ['one word', 'mathbb'.repeat(16_000)],
  ['commands between words', 'SFTrightarrowDPO'.repeat(6_000)],
  ['brackets of mathematics', '\\(a\\) x_i '.repeat(10_000)],
  ['commands that survived', '\\emph{a} x_i '.repeat(8_000)],
  ['parted tuples', 'langle x_i, '.repeat(8_000)],
  ['unpaired delimiters', '\\('.repeat(30_000) + '$\\['.repeat(15_001)],
])('100 kB on one line: %s', (_, hostile) => {
  const restored = restore(hostile);
  expect(damage(hostile) === hostile ? damage(restored.text) : restored.text).toBe(hostile);
  expect(restore(restored.text).text).toBe(restored.text);
});

test('text without a sign of mathematics comes back as it was', () => {
  const words = fc.constantFrom(
    'the',
    'model',
    'learns',
    'from',
    'data,',
    'images',
    'and',
    'language.',
    'We',
    'show',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 80 }), (chosen) => {
      const given = chosen.join(' ');
      expect(restore(given)).toEqual({ text: given, formulas: [] });
    }),
    { numRuns: 300, seed: 1 },
  );
});
