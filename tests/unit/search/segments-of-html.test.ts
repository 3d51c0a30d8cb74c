import { describe, expect, it } from 'vitest';
import { renderAbstract, renderInline } from '#abstracts/render.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { segmentsOfHtml } from '#search/segments-of-html.ts';

const text = 'A {\\em fast} bound $\\ell_1 < \\infty$ & more';

describe('segmentsOfHtml', () => {
  const expected = [
    'A fast bound ',
    [
      '\\ell_1 < \\infty',
      '<math><mrow><msub><mi mathvariant="normal">ℓ</mi><mn>1</mn></msub><mo>&lt;</mo><mi mathvariant="normal">∞</mi></mrow></math>',
    ],
    ' & more',
  ];

  it('reads titles and abstracts as the site renders them', () => {
    expect(segmentsOfHtml(renderInline({ text, formulas: formulasOf(text) }).html)).toEqual(expected);
    expect(segmentsOfHtml(renderAbstract({ text, formulas: formulasOf(text) }).html)).toEqual(expected);
  });

  it('keeps brackets of one formula alike: a browser would not stretch one with a script', () => {
    const tex = '$\\big[\\frac{a}{b}\\big]^{2}$';
    const [formula] = segmentsOfHtml(renderInline({ text: tex, formulas: formulasOf(tex) }).html);
    expect(formula![1]!.match(/<mo[^>]*>[[\]]/g)).toEqual([
      '<mo stretchy="false">[',
      '<mo stretchy="false">]',
    ]);
  });

  it.each([
    ['', []],
    ['<p>One</p><p>Two</p>', ['One Two']],
    ['a &lt;b&gt; &#x26; &#38; &unknown;', ['a <b> & & &unknown;']],
    ['<a href="x">link</a>,\n  then', ['link, then']],
    ['<em>broken', ['broken']],
  ])('%s', (html, segments) => {
    expect(segmentsOfHtml(html)).toEqual(segments);
  });
});
