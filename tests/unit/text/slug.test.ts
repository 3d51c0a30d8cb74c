import { expect, test } from 'vitest';
import { maxSlugLength, slugify } from '#text/slug.ts';

test.each([
  ['Deep Sets', 'deep-sets'],
  ['  What’s in a “Name”? -- Again', 'whats-in-a-name-again'],
  ['σ-GPTs: R^d & Co.', 'sigma-gpts-r-d-co'],
  ['../../etc/passwd', 'etc-passwd'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['深度学习', ''],
  ['…', ''],
])('%s', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test('is cut at a word, and within a word only if it is the first', () => {
  expect(slugify('walker '.repeat(50))).toBe(Array(11).fill('walker').join('-'));
  expect(slugify('w'.repeat(500))).toBe('w'.repeat(maxSlugLength));
});
