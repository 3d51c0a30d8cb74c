import { expect, it } from 'vitest';
import { wordsOfAddress } from '#reading/words-of-address.ts';

it.each([
  ['/papers/attention-is-all-you-need/', 'attention is all you need'],
  ['/digest/papers/a-b.html', 'a b'],
  ['/papers/%E0%A4%A-x/', 'E0 A4 A x'],
  ['/topics/', ''],
  ['/', ''],
])('%s', (path, words) => {
  expect(wordsOfAddress(path)).toBe(words);
});
