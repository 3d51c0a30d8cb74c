import { expect, test } from 'vitest';
import { cleanParagraphs, cleanText } from '#text/clean-text.ts';

test.each([
  ['plain text', 'A  b\tc\u00a0d\u2003e\n', 'A b c d e', 0],
  ['a control character', 'Ti\u0007tle', 'Title', 1],
  ['bidirectional overrides and isolates', '\u202eeltit\u202c \u2066x\u2069', 'eltit x', 4],
  ['zero-width space and soft hyphen', 'Ti\u200bt\u00adle', 'Title', 2],
  ['a joiner next to ASCII', 'a\u200db', 'ab', 1],
  ['a joiner within an emoji', '👩\u200d💻', '👩\u200d💻', 0],
  ['a joiner within Devanagari', 'क्\u200dष', 'क्\u200dष', 0],
  ['tag characters', 'x\u{e0041}', 'x', 2],
  ['half a surrogate pair', 'x\ud800y', 'x\ufffdy', 0],
])('%s', (_, raw, text, removed) => {
  const cleaned = cleanText(raw);
  expect(cleaned.text).toBe(text);
  expect(cleaned.removed).toBe(removed);
});

test('paragraphs stay apart', () => {
  expect(cleanParagraphs('\n one\ntwo \r\n \r\n\n three\u200b\n')).toEqual({
    text: 'one two\n\nthree',
    removed: 1,
  });
});
