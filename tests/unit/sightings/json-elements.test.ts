import { expect, test } from 'vitest';
import { JsonElements, type JsonElement } from '#sightings/json-elements.ts';

function elementsOf(text: string): string[] {
  const elements: JsonElement[] = [];
  const reader = new JsonElements(1, (element) => elements.push(element));
  for (const line of text.split('\n')) reader.pushLine(line);
  reader.end();
  return elements.map(({ line, text: element, isWhole }) => `${line}${isWhole ? '' : '!'} ${element}`);
}

test.each([
  ['a list in one line', '{"a":[1,2]}, "x, ]", 3, null]', ['1 {"a":[1,2]}', '1 "x, ]"', '1 3', '1 null']],
  ['one over several lines', '\n {\n  "a": 1\n },\n {"b": 2}\n]\nmore', ['2 {\n  "a": 1\n }', '5 {"b": 2}']],
  ['escaped quotes', '"a\\"b", "c\\\\"]', ['1 "a\\"b"', '1 "c\\\\"']],
  ['an empty list', ' ]', []],
  ['a list without end', '{"a":1}, {"b":', ['1 {"a":1}', '1! {"b":']],
  [
    'a string that a line end breaks',
    '\n {"a":1},\n {"b":"x\ny"},\n {"c":3}]',
    ['2 {"a":1}', '3! {"b":"x', '5 {"c":3}'],
  ],
  [
    'one in an element that begins behind the bracket of the list',
    '{\n "a":"x\n "of": [{\n "b":1\n }, {\n "b":2\n }]\n}, {\n "c":3\n}, {"d":4}]',
    ['1! {\n "a":"x', '8 {\n "c":3\n}', '10 {"d":4}'],
  ],
])('%s', (_, text, elements) => {
  expect(elementsOf(text)).toEqual(elements);
});
