import { expect, test } from 'vitest';
import { withoutComments } from '#sightings/without-comments.ts';

test.each([
  ['a<!-- b -->c', 'ac'],
  ['a<!-- b\n\nb -->c<!---->d', 'a\n\ncd'],
  [
    '<![CDATA[<!-- kept -->]]><!-- gone --><![CDATA[<!--]]>-->',
    '<![CDATA[<!-- kept -->]]><![CDATA[<!--]]>-->',
  ],
  ['<!-- <![CDATA[ --> a ]]>', ' a ]]>'],
  ['a <!-- without an end', 'a <!-- without an end'],
  ['<![CDATA[ without an end <!-- x -->', '<![CDATA[ without an end <!-- x -->'],
])('%s', (text, expected) => {
  expect(withoutComments(text)).toBe(expected);
});

test('a megabyte that is never closed', () => {
  const text = '<!--<![CDATA['.repeat(80_000);
  expect(withoutComments(text)).toBe(text);
  expect(withoutComments('<!---->'.repeat(150_000))).toBe('');
});
