import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { katexStyleSheet } from '#site/katex-style-sheet.ts';

const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');
const names = [...css.matchAll(/fonts\/([^)]+\.woff2)/g)].map(([, name]) => name!);

it('takes every font from the address given, in one format', () => {
  const sheet = katexStyleSheet(css, new Map(names.map((name) => [name, `/_astro/${name}`])));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(sheet).toContain(`src:url(/_astro/${name}) format("woff2")`);
  expect(sheet).not.toMatch(/url\(fonts\/|\.ttf|\.woff\)/);
});

it('refuses a font that is not there', () => {
  expect(() => katexStyleSheet(css, new Map())).toThrow('which is not among its files: install katex again.');
});
