import katex from 'katex';
import { expect, test } from 'vitest';
import { macros } from '../../../src/restore/macros.ts';

const options = { output: 'mathml', throwOnError: true, strict: 'ignore' } as const;

test.each(Object.entries(macros))('%s renders as %s', (name, meaning) => {
  const places = meaning.includes('#2') ? '{x}{y}' : meaning.includes('#1') ? '{x}' : '';
  const plain = meaning.replaceAll('#1', 'x').replaceAll('#2', 'y');
  const withoutSource = (html: string) => html.replace(/<annotation.*<\/annotation>/s, '');
  expect(withoutSource(katex.renderToString(name + places, { ...options, macros: { ...macros } }))).toBe(
    withoutSource(katex.renderToString(plain, options)),
  );
});

test('no macro hides a command of KaTeX', () => {
  const known = Object.keys(macros).filter((name) => {
    try {
      katex.renderToString(`${name}{x}{y}`, options);
      return true;
    } catch (error) {
      return !String(error).includes('Undefined control sequence');
    }
  });
  expect(known).toEqual([]);
});
