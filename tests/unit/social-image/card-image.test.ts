import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { layOutCard } from '#social-image/card-layout.ts';
import { createCardDrawer } from '#social-image/draw-card.ts';
import { png } from '#social-image/png.ts';
import type { SocialCard } from '#social-image/schema.ts';
import { faces } from './faces.ts';

const card: SocialCard = {
  kicker: 'A site',
  title: 'Rates of 𝒪(ε⁻²)',
  foot: ['Optimisation', 'Theory'],
  accent: '#8a2b0e',
};
const letterCount = (card: SocialCard): number => {
  const { muted, ink } = layOutCard(card, faces);
  return muted.length + ink.length;
};
const renderSvg = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
const draw = createCardDrawer(faces, renderSvg);
const titleOf = (title: string): SocialCard => ({ kicker: null, title, foot: [], accent: 'red' });

describe('layOutCard', () => {
  it('places every letter as an outline', () => {
    expect(letterCount(card)).toBe('Asite'.length + 13 + 'Optimisation·Theory'.length);
  });

  it('keeps a title of 159 characters whole, and cuts one of 1000 with an ellipsis', () => {
    const long = 'abcdefg '.repeat(20).trim();
    expect(long).toHaveLength(159);
    expect(letterCount(titleOf(long))).toBe(140);
    const cut = letterCount(titleOf('abcdefg '.repeat(125)));
    expect(cut % 7).toBe(1);
    expect(cut).toBeLessThan(700);
  });

  it('shows as many topics as fit into a line', () => {
    const topics = Array.from({ length: 9 }, () => 'Differential equations');
    const letters = letterCount({ ...titleOf('x'), foot: topics }) - 1;
    expect(letters).toBe(3 * 21 + 2);
  });

  it('shows the site where the fonts lack the script of a title', () => {
    expect(layOutCard({ ...card, title: '深層学習の理論' }, faces)).toEqual(
      layOutCard({ ...card, kicker: null, title: 'A site' }, faces),
    );
  });
});

describe('a social image', () => {
  const { palette, rows } = draw(card);

  it('has the colours of paper, ink and accent', () => {
    expect(palette).toHaveLength(16);
    expect(palette).toContainEqual([0xfc, 0xfb, 0xf8]);
    expect(palette).toContainEqual([0x8a, 0x2b, 0x0e]);
    expect(new Set(rows).size).toBeGreaterThan(50);
  });

  it('has its letters where an SVG of the same outlines has them, but for a quarter of a pixel', () => {
    const { muted, ink } = layOutCard(card, faces);
    const paths = [...muted, ...ink].map(
      ({ path, size, x, y }) => `<path d="${path}" transform="matrix(${size} 0 0 ${-size} ${x} ${y})"/>`,
    );
    const drawn = renderSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${paths.join('')}</svg>`,
    );
    const isInked = (x: number, y: number): boolean => {
      const byte = rows[y * 601 + 1 + (x >> 1)]!;
      const place = (x & 1) === 1 ? byte & 15 : byte >> 4;
      return place === 9 || place === 14;
    };
    let full = 0;
    let agreed = 0;
    for (let y = 100; y < 630; y += 1)
      for (let x = 0; x < 1200; x += 1) {
        const alpha = drawn[4 * (1200 * y + x) + 3]!;
        if (alpha < 255) continue;
        full += 1;
        if (isInked(x, y)) agreed += 1;
      }
    expect(full).toBeGreaterThan(5000);
    expect(agreed / full).toBeGreaterThan(0.9);
  });

  it('takes colours in every form of CSS, and nothing else in their place', () => {
    const accentOf = (accent: string) => draw({ ...card, accent }).palette[15];
    expect(accentOf('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
    expect(accentOf('red')).toEqual([255, 0, 0]);
    expect(accentOf('red"/><rect width="9" height="9" fill="blue')).toEqual([0, 0, 0]);
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
