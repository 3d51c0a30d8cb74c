import { expect, test } from 'vitest';
import { trainDecoder } from '../../../scripts/train/decoder-model.ts';
import { formulaTokens } from '../../../scripts/train/formula-tokens.ts';
import { damageWithProvenance } from '../../../scripts/train/provenance.ts';
import { packNgrams, unpackNgrams } from '../../../src/restore/decoder-weights.ts';
import { Decoder } from '../../../src/restore/decoder.ts';
import { previousWord } from '../../../src/restore/previous-word.ts';
import { LanguageModel } from '../../../src/restore/language-model.ts';

const tex = String.raw;
const corpus = [
  ...[
    tex`x \in \mathbb{R}^d`,
    tex`\frac{1}{n}`,
    tex`m \times n`,
    tex`n\epsilon`,
    tex`\{1, n\}`,
    tex`O(\log n)`,
    tex`\|x\|`,
  ],
  ...[tex`\frac{x}{m}`, tex`\mathbb{R}^m`, 'x', 'n', 'm', 'd', 'R', 'A', '(x)', 'x_1^2'],
].flatMap((formula) => Array.from({ length: 60 }, () => formula));
const formulas = corpus.map((formula) => {
  const original = `$${formula}$`;
  const { takenWithCommand } = damageWithProvenance(original);
  return { tokens: formulaTokens(original, 1, original.length - 1, takenWithCommand)!, wordBefore: 'of' };
});
const parameters = trainDecoder(formulas, 1);
const decoder = new Decoder(new LanguageModel(parameters));

test.each([
  ['x in R^d', tex`x \in \mathbb{R}^d`],
  ['xin R^d', tex`x\in \mathbb{R}^d`],
  ['1{n}', tex`\frac{1}{n}`],
  ['x{m}', tex`\frac{x}{m}`],
  ['m\ntimes n', 'm\n' + tex`\times n`],
  ['{1, n}', tex`\{1, n\}`],
  ['O(log n)', tex`O(\log n)`],
  ['|x|', tex`\|x\|`],
])('%s was %s', (damaged, original) => {
  expect(decoder.originals(damaged, 'of')[0]?.tex).toBe(original);
});

test('what no original can have given has none', () => {
  expect(decoder.originals('x}', 'of')).toEqual([]);
  expect(decoder.originals('x^', 'of')).toEqual([]);
  expect(decoder.originals('x'.repeat(300), 'of')).not.toEqual([]);
  expect(decoder.originals('x'.repeat(301), 'of')).toEqual([]);
});

test('the packed model decodes the same', () => {
  const packed = new Decoder(new LanguageModel(unpackNgrams(packNgrams(parameters))));
  for (const damaged of ['x in R^d', '1{n}', '{1, n}']) {
    expect(packed.originals(damaged, 'of')[0]?.tex).toBe(decoder.originals(damaged, 'of')[0]?.tex);
  }
});

test('the word before is the last one within thirty characters, in lower case', () => {
  expect(previousWord('Given a Matrix (', 16)).toBe('matrix');
  expect(previousWord('word ' + '.'.repeat(40), 45)).toBe('');
});
