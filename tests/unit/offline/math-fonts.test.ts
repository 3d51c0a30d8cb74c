import { describe, expect, it } from 'vitest';
import { mathFonts } from '#offline/math-fonts.ts';

const face = (family: string, file: string) =>
  `@font-face{font-family:${family};src:url(/_astro/${file}) format("woff2")}`;
const css = [
  face('KaTeX_Main', 'main.woff2'),
  face('KaTeX_Main', 'main-bold.woff2'),
  face('KaTeX_AMS', 'ams.woff2'),
  face('KaTeX_Script', 'script.woff2'),
  '.katex{font:normal 1.21em KaTeX_Main,Times,serif}',
  '.katex .mathbb,.katex .textbb{font-family:KaTeX_AMS}',
  '.katex .mathscr{font-family:KaTeX_Script}',
].join('');

describe('mathFonts', () => {
  it('names the fonts of the classes that a page has', () => {
    expect(mathFonts(css, '<span class="katex"><span class="mord mathbb">R</span></span>')).toEqual([
      '/_astro/main.woff2',
      '/_astro/main-bold.woff2',
      '/_astro/ams.woff2',
    ]);
  });

  it('names none for a page without formulas', () => {
    expect(mathFonts(css, '<p class="prose">mathscr</p>')).toEqual([]);
  });
});
