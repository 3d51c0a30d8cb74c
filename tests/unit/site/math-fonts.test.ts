import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '#abstracts/markdown.ts';
import { mathFonts, mathFontsOf, readMathFont, usualMathFonts } from '#site/math-fonts.ts';

const fontsOf = (tex: string) => mathFontsOf(renderMarkdown(`$${tex}$`).html).sort();

describe('mathFontsOf', () => {
  it('names the fonts of signs and letters for an ordinary formula', () => {
    expect(fontsOf('x = 1')).toEqual([...usualMathFonts]);
  });

  it.each([
    ['\\mathbb{R}', 'KaTeX_AMS-Regular.woff2'],
    ['\\mathcal{O}', 'KaTeX_Caligraphic-Regular.woff2'],
    ['\\mathbf{v}', 'KaTeX_Main-Bold.woff2'],
    ['\\boldsymbol{\\theta}', 'KaTeX_Math-BoldItalic.woff2'],
    ['\\bigl(x\\bigr)', 'KaTeX_Size1-Regular.woff2'],
    ['\\mathfrak{g}', 'KaTeX_Fraktur-Regular.woff2'],
  ])('names the font that %s needs besides', (tex, file) => {
    expect(fontsOf(tex)).toContain(file);
    expect(fontsOf('x')).not.toContain(file);
  });

  it('takes no index for a large delimiter', () => {
    expect(fontsOf('\\sqrt{\\frac{x_i}{y}}').filter((file) => file.includes('Size3'))).toEqual([]);
  });

  it('names none for a page without formulas', () => {
    expect(mathFontsOf('<p class="prose">mathscr</p>')).toEqual([]);
  });
});

it('reads every font of the style sheet', () => {
  expect(mathFonts.length).toBeGreaterThan(15);
  for (const file of mathFonts)
    expect(String.fromCharCode(...readMathFont(file).subarray(0, 4))).toBe('wOF2');
});
