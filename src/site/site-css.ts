import type { SiteConfig } from './schema.ts';

/** The site's accent, and the addresses that a printed list of papers shows. */
export function siteCss({ accent, url }: Pick<SiteConfig, 'accent' | 'url'>): string {
  const origin = JSON.stringify(url.replace(/\/+$/, ''));
  return [
    `:root{--accent:light-dark(${accent.light},${accent.dark})}`,
    `@media print{.card-title a::after{content:${origin} attr(href)}}`,
    '',
  ].join('\n');
}
