import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { cardSvg } from '#social-image/card-svg.ts';
import { paletteImage } from '#social-image/palette-image.ts';
import { png } from '#social-image/png.ts';
import type { SocialCard } from '#social-image/schema.ts';
import { faces } from './faces.ts';

const card: SocialCard = {
  kicker: 'A site',
  title: 'Rates of 𝒪(ε⁻²)',
  foot: ['Optimisation', 'Theory'],
  accent: '#8a2b0e',
};
const pathCount = (svg: string): number => svg.split('<path').length - 1;
const titleOf = (title: string): SocialCard => ({ kicker: null, title, foot: [], accent: 'red' });

describe('cardSvg', () => {
  it('draws every letter as an outline', () => {
    expect(pathCount(cardSvg(card, faces))).toBe('Asite'.length + 13 + 'Optimisation·Theory'.length);
    expect(cardSvg(card, faces)).not.toContain('<text');
  });

  it('keeps a title of 159 characters whole, and cuts one of 1000 with an ellipsis', () => {
    const long = 'abcdefg '.repeat(20).trim();
    expect(long).toHaveLength(159);
    expect(pathCount(cardSvg(titleOf(long), faces))).toBe(140);
    const cut = pathCount(cardSvg(titleOf('abcdefg '.repeat(125)), faces));
    expect(cut % 7).toBe(1);
    expect(cut).toBeLessThan(700);
  });

  it('shows as many topics as fit into a line', () => {
    const topics = Array.from({ length: 9 }, () => 'Differential equations');
    const letters = pathCount(cardSvg({ ...titleOf('x'), foot: topics }, faces)) - 1;
    expect(letters).toBe(3 * 21 + 2);
  });

  it('shows the site where the fonts lack the script of a title', () => {
    expect(cardSvg({ ...card, title: '深層学習の理論' }, faces)).toBe(
      cardSvg({ ...card, kicker: null, title: 'A site' }, faces),
    );
  });

  it('lets nothing but a colour in as one', () => {
    expect(cardSvg({ ...card, accent: 'red"/><script>' }, faces)).not.toContain('<script>');
  });
});

describe('a social image', () => {
  const { pixels } = new Resvg(cardSvg(card, faces), { font: { loadSystemFonts: false } }).render();
  const { palette, rows } = paletteImage(pixels);

  it('has the colours of paper, ink and accent', () => {
    expect(palette).toHaveLength(16);
    expect(palette).toContainEqual([0xfc, 0xfb, 0xf8]);
    expect(palette).toContainEqual([0x8a, 0x2b, 0x0e]);
    expect(new Set(rows).size).toBeGreaterThan(50);
  });

  it('is a PNG of 1200 by 630 that resvg reads back', () => {
    const file = png(palette, deflateSync(rows));
    const image = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1200" height="630"><image width="1200" height="630" xlink:href="data:image/png;base64,${file.toString('base64')}"/></svg>`;
    const read = new Resvg(image).render().pixels;
    const bar = 4 * (1200 * 88 + 100);
    expect([...read.subarray(bar, bar + 3)]).toEqual([0x8a, 0x2b, 0x0e]);
    expect([...read.subarray(0, 3)]).toEqual([0xfc, 0xfb, 0xf8]);
  });
});
