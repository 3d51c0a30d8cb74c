import { expect, it } from 'vitest';
import { siteCss } from '#site/site-css.ts';

it('carries the accent and the origin for print', () => {
  expect(
    siteCss({ accent: { light: '#8a2b0e', dark: '#f0a48a' }, url: 'https://a.org/', base: '/digest/' }),
  ).toBe(
    ':root{--accent:light-dark(#8a2b0e,#f0a48a)}\n' +
      '@media print{.card-title a::after{content:"https://a.org" attr(href)}\n' +
      '.paper::before{content:"https://a.org/digest/papers/" attr(data-paper) "/"}}\n',
  );
});
