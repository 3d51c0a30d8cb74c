import { expect, test } from 'vitest';
import { tokenise } from '../../../src/restore/tokens.ts';

test.each([
  ['We use k-means.', 'We use k - means .'],
  ['O(n^{2.5})', 'O ( n ^ { 2 . 5 } )'],
  ['the kth kNN at 3mum of LambdaCDM', 'the k th k NN at 3 mu m of Lambda CDM'],
  ['8timesH100 at 30^circC', '8 times H 100 at 30 ^ circ C'],
  ['SFTrightarrowDPO, aRightarrowbRightarrowc', 'SFT rightarrow DPO , aRightarrowbRightarrowc'],
  ['askRightarrowthinkRightarrowsay', 'ask Rightarrow think Rightarrow say'],
  ['LLMtimesMapReduce LegalDelta', 'LLM times MapReduce Legal Delta'],
  ['trendtimesseason realtimesystems sometimes', 'trend times season realtimesystems sometimes'],
  ['Zrightarrow Y narrow hookrightarrow ABtimesc', 'Zrightarrow Y narrow hookrightarrow ABtimesc'],
  ['the path mums LaTeX', 'the path mums LaTeX'],
  ['a\n b\u00a0c', 'a b c'],
  ['x🙂y', 'x 🙂 y'],
])('%s', (text, words) => {
  expect(tokenise(text).words.join(' ')).toBe(words);
});

test('tokens know where they stand and whether white space precedes', () => {
  expect(tokenise('a (b)')).toEqual({
    words: ['a', '(', 'b', ')'],
    starts: [0, 2, 3, 4],
    ends: [1, 3, 4, 5],
    spaced: [true, true, false, false],
    commands: new Set(),
  });
});

test('commands between words are known as such', () => {
  expect([...tokenise('a text$rightarrow$image, textrightarrowimage').commands]).toEqual([8]);
});
