import { expect, test } from 'vitest';
import { countRecords } from '#integrity/count-records.ts';

test.each([
  ['', 0],
  ['[]', 0],
  ['[\u2028]\ufeff', 0],
  ['[{"a":[1,2,3]},{}]', 2],
  ['{"date":"2025-03-11","papers":[{},{},{}],"tags":["x"]}', 3],
  ['{"error":"Invalid date"}', 0],
  ['{"paper":{"title":"x"},"authors":[1,2]}', 1],
  ['{"id":1}\n{"id":2}\n\n{"broken\n', 3],
  ['[{}', null],
  ['[{}] and more', null],
])('%s', (text, expected) => {
  expect(countRecords(text, null)).toBe(expected);
});

test('elements of XML outside of comments and sections', () => {
  const xml =
    '<feed><!-- <entry> --><a:entry x="1"></a:entry><entry\n/><![CDATA[<entry>]]><entry <entry><item></feed>';
  expect(countRecords(xml, 'arxiv-atom')).toBe(3);
  expect(countRecords(xml, 'arxiv-rss')).toBe(1);
});
