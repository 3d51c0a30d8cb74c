import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accentMessages, paperColours } from '#site/accent-contrast.ts';
import { siteConfigSchema } from '#site/schema.ts';

const { accent } = siteConfigSchema.parse({
  title: 'A',
  description: 'B',
  url: 'https://a.org',
  base: '/',
});

it('knows the paper of the style sheet', () => {
  const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
  expect(css).toContain(`--paper: light-dark(${paperColours.light}, ${paperColours.dark});`);
});

it('has nothing to say of the accent that a site has by default, nor of one that it cannot measure', () => {
  expect(accentMessages({ accent })).toEqual([]);
  expect(accentMessages({ accent: { light: 'white', dark: 'rgb(0 0 0)' } })).toEqual([]);
});

it('takes no colour whose digits lack one', () => {
  const takes = (light: string) =>
    siteConfigSchema.shape.accent.safeParse({ light, dark: '#f0a48a' }).success;
  expect(['#8a2', '#8a2f', '#8a2b0e', '#8a2b0eff'].every(takes)).toBe(true);
  expect(['#8a', '#8a2b0', '#8a2b0ef'].some(takes)).toBe(false);
});

it('tells of an accent that is hard to read, and what to do', () => {
  const of = (light: string, dark: string) =>
    accentMessages({ accent: { light, dark } }).map(({ severity, rule, feed, text }) => [
      severity,
      rule,
      feed,
      text,
    ]);
  expect(of('#FC0', '#1a2b8c')).toEqual([
    [
      'warning',
      'accent-faint',
      'site.yaml',
      'The accent #FC0 has a contrast of 1.5 to the light paper #fcfbf8, and links are hard to read below 4.5. Take a darker colour.',
    ],
    [
      'warning',
      'accent-faint',
      'site.yaml',
      'The accent #1a2b8c has a contrast of 1.5 to the dark paper #191816, and links are hard to read below 4.5. Take a lighter colour.',
    ],
  ]);
});
