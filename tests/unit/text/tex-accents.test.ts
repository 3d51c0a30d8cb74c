import { expect, test } from 'vitest';
import { resolveTexAccents } from '#text/tex-accents.ts';

test.each([
  ['Ana Lima', 'Ana Lima'],
  ['M{\\"u}ller', 'Müller'],
  ['M\\"uller', 'Müller'],
  ['M\\"{u}ller', 'Müller'],
  ["Ren\\'e", 'René'],
  ["{\\'\\i}ndice", 'índice'],
  ['{\\L}ukasz', 'Łukasz'],
  ['\\O yvind', 'Øyvind'],
  ['Stra{\\ss}e', 'Straße'],
  ['\\v{S}ime', 'Šime'],
  ['{\\v S}ime', 'Šime'],
  ['Fran\\c cois', 'François'],
  ['Erd\\H{o}s', 'Erdős'],
  ['\\.{Z}ak', 'Żak'],
  ['Nguy\\~{\\^e}n', 'Nguyễn'],
  ["Jos\\'{e}~Maria", 'José Maria'],
  ['{\\it Ana} Lima', 'Ana Lima'],
  ['\\unknown{x}', '\\unknownx'],
  ["O'Neill", "O'Neill"],
])('%s', (tex, name) => {
  expect(resolveTexAccents(tex)).toBe(name);
});
