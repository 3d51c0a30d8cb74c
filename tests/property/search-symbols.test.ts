import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '#search/query/parse-query.ts';
import { signNames } from '#search/symbols.ts';
import { indexTerms } from '#search/segment-terms.ts';
import { tokenizeFormula, tokenizeText } from '#search/tokenize.ts';

const letters = fc.constantFrom('n', 'k', 'x', 'T', 'O');
const named = fc.constantFrom(...signNames).map(([sign, name]) => ({ sign, name, command: `\\${name}` }));

/** A formula in the three ways a reader may write it. */
const formula = fc
  .tuple(letters, fc.array(fc.tuple(named, letters), { minLength: 1, maxLength: 4 }))
  .map(([head, parts]) => ({
    signs: `${head}(${parts.map(([{ sign }, letter]) => sign + letter).join('')})`,
    commands: `${head}(${parts.map(([{ command }, letter]) => `${command} ${letter}`).join('')})`,
    names: `${head}(${parts.map(([{ name }, letter]) => `${name} ${letter}`).join(' ')})`,
  }));

const wordsOf = (text: string) => tokenizeText(text).map(({ term }) => term);

describe('a formula', () => {
  test('has the same terms by signs, commands and names, in running text and as TeX', () => {
    fc.assert(
      fc.property(formula, ({ signs, commands, names }) => {
        const expected = wordsOf(names);
        expect(wordsOf(signs)).toEqual(expected);
        expect(wordsOf(commands)).toEqual(expected);
        expect(tokenizeFormula(commands)).toEqual(expected);
        expect(indexTerms([signs])).toEqual(indexTerms([[commands, '']]));
      }),
    );
  });

  test('asks for the same words however it is written', () => {
    fc.assert(
      fc.property(formula, ({ signs, commands, names }) => {
        const { clauses } = parseQuery(names);
        for (const q of [signs, commands, `$${commands}$`, `"${names}"`])
          expect(parseQuery(q).clauses, q).toEqual(clauses);
      }),
    );
  });
});

describe('reading', () => {
  const pieces = fc.constantFrom('f', '(', ')', '{', '}', '_', '^', '\\sqrt', ' ', 'xy', '"', '√', '-', ':');

  test('takes any text apart in order, and quickly however its brackets nest', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        const tokens = tokenizeText(text);
        parseQuery(text);
        tokens.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(tokens[i - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
    const nested = `${'f('.repeat(3000)}${')'.repeat(3000)}${'f(x_{'.repeat(3000)}`;
    const { user } = process.cpuUsage();
    tokenizeText(nested);
    parseQuery(nested);
    expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
  });
});
