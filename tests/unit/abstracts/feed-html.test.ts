import { describe, expect, it } from 'vitest';
import { toMathml } from '#abstracts/feed-html.ts';
import { formulasOf } from '#restore/formulas-of.ts';

const feedHtml = (text: string) => toMathml({ text, formulas: formulasOf(text) });

/** What a reader shows that drops unknown tags and keeps their text. */
const withoutMathml = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<');

describe('toMathml', () => {
  it('writes plain elements, and each formula once as MathML', () => {
    expect(feedHtml(String.raw`{\em a} & \href{https://a.org/?x=1&y=2}{b} $n$` + '\n\nc')).toBe(
      '<p><em>a</em> &amp; <a href="https://a.org/?x=1&amp;y=2">b</a> ' +
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>n</mi></mrow></math></p>\n<p>c</p>',
    );
  });

  it('sets display formulas on a line of their own', () => {
    expect(feedHtml('$$x$$')).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">');
  });

  it.each([
    ['$x^2 + y_{ij}$', 'x^2+y_(ij)'],
    [String.raw`$O(\sqrt{n}/\epsilon)$`, 'O(√(n)/ϵ)'],
    [String.raw`$\frac{a+b}{c}$`, '(a+b)/c'],
    [String.raw`$\sum_{i=1}^n x_i'$`, '∑_(i=1)^nx_i′'],
    [String.raw`$\binom{n}{k}$`, '(n choose k)'],
    [String.raw`$a<b$`, 'a<b'],
    [String.raw`$n \log_2^2 n$`, 'n\u2009log_2^2\u2009n'],
    [String.raw`$\mathbb{R}^d, \mathcal{L}, \mathbf{x}, \mathbb{1}, \mathfrak{g}$`, 'ℝ^d,ℒ,𝐱,𝟙,𝔤'],
    [String.raw`$\stackrel{d}{=}$`, '=^d'],
  ])('stays readable where MathML is dropped: %s', (source, text) => {
    expect(withoutMathml(feedHtml(source)).replace(/\u2061/g, '')).toBe(text);
  });
});
