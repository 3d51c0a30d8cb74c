import type { SiteConfig } from './schema.ts';
import { templateSlug } from './template.ts';
import { createUrls } from './urls.ts';

/** The site's accent, and the addresses that printed lists of papers and pages of papers show. */
export function siteCss({ accent, ...place }: Pick<SiteConfig, 'accent' | 'url' | 'base'>): string {
  const urls = createUrls(place);
  const origin = JSON.stringify(urls.absolute(''));
  const [before, after] = urls
    .absolute(urls.paper(templateSlug))
    .split(templateSlug)
    .map((part) => JSON.stringify(part));
  return [
    `:root{--accent:light-dark(${accent.light},${accent.dark})}`,
    `@media print{.card-title a::after{content:${origin} attr(href)}`,
    `.paper::before{content:${before} attr(data-paper) ${after}}}`,
    '',
  ].join('\n');
}
