import { expect, test } from 'vitest';
import { parsePythonLiteral } from '#sightings/python-literal.ts';

test.each([
  [
    "{'a': [1, -2.5e3, None], 'b': (True, False,), \"c\": {}}",
    '{"a":[1,-2500,null],"b":[true,false],"c":{}}',
  ],
  [String.raw`'it\'s \n \x41 \u00e9 \U0001F600 \\ \q'`, JSON.stringify("it's \n A é 😀 \\ \\q")],
  [`"it's"`, `"it's"`],
  [' [ ] ', '[]'],
  ["{'__proto__': {'x': 1}}", '{"__proto__":{"x":1}}'],
])('reads %s', (source, json) => {
  expect(JSON.stringify(parsePythonLiteral(source))).toBe(json);
});

test.each([
  ["__import__('os')", 'no literal at offset 0'],
  ['open', 'no literal at offset 4'],
  ["{'a' 1}", 'no colon at offset 5'],
  ["{1: 'a'}", 'a key that is no string at offset 2'],
  ["['a' 'b']", 'no comma at offset 5'],
  ["'a", 'a string without end at offset 3'],
  [String.raw`'\xg1'`, 'a broken escape at offset 3'],
  ['[1] + [2]', 'more text behind the value at offset 4'],
  ['['.repeat(100), 'more than 64 levels at offset 65'],
  ['', 'no literal at offset 0'],
])('refuses %s', (source, message) => {
  expect(() => parsePythonLiteral(source)).toThrow(new SyntaxError(message));
});
