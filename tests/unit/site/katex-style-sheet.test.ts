import { expect, it } from 'vitest';
import { katexStyleSheet } from '#site/katex-style-sheet.ts';
import { katexCss, mathFonts } from '#site/math-fonts.ts';

it('takes every font from the folder given, in one format', () => {
  const sheet = katexStyleSheet(katexCss, '/digest/fonts/');
  for (const name of mathFonts) expect(sheet).toContain(`src:url(/digest/fonts/${name}) format("woff2")`);
  expect(sheet).not.toMatch(/url\(fonts\/|\.ttf|\.woff\)/);
});
