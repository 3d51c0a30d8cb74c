import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../../src/restore/evidence.ts';
import { featureRows } from '../../../src/restore/features.ts';
import { HashedLexicon, lexiconSlots } from '../../../src/restore/hashed-lexicon.ts';
import { candidateRows, surroundingsOf } from '../../../src/restore/reranker.ts';
import { describe } from '../../../src/restore/token-facts.ts';
import { tokenise } from '../../../src/restore/tokens.ts';
import { wordRows } from '../../../src/restore/word-rows.ts';

const levels = Uint8Array.from({ length: lexiconSlots / 2 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 24);
const lexicon = new HashedLexicon(new Set(['times', 'log', 'mathcal', 'epsilon', 'leq']), levels);
const described = (text: string) => describe(tokenise(text), lexicon);
const abstract =
  'We show mathcal{O}(n log n) for M_k in R^{ntimes m}, (see [4] ) at 95.5% | x|_2 leq epsilon, GPT-4 = [a, (b]) 🙂 x x x x x x.';

/** What the weights were trained with: another digest asks for other weights. */
test('tokens are described as in training', () => {
  const tokens = described(abstract);
  const rows = featureRows(tokens, evidenceOf(tokens, described('On epsilon = 2 of M^k')));
  expect(hash('sha256', new Uint8Array(rows.buffer), 'hex').slice(0, 12)).toBe('2dcf9b3dfd45');
});

test('words are described as in training', () => {
  const rows = ['x', 'mtimes', 'Graph', 'GPT', 'a'.repeat(40), 'ε'].map((word) => wordRows(word).join());
  expect(hash('sha256', rows.join(' '), 'hex').slice(0, 12)).toBe('2369fff91f2e');
});

test('originals are described as in training', () => {
  const at = abstract.indexOf('R^');
  const around = surroundingsOf(abstract, at, at + 13);
  const rows = [String.raw`\mathbb{R}^{n\times m}`, String.raw`\sqrt{\|x\|} \leq a_b`, 'x'].map((tex) =>
    candidateRows(tex, around).join(),
  );
  expect(hash('sha256', rows.join(' '), 'hex').slice(0, 12)).toBe('57c95fb36a0f');
});
