import { isoWeek, monthOf, yearOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { datedDigests } from './digest-days.ts';
import { escapeHtml } from './html.ts';
import { papersByPublicationYear } from './publication-years.ts';

/** Addresses in one file of the site map; the protocol allows 50,000. */
export const maxAddressesPerFile = 20_000;

/** The canonical paths of all pages that a search engine should know, of lists the first page; in a stable order. */
export function sitePaths(corpus: Corpus): string[] {
  const urls = createUrls(corpus.site);
  const days = datedDigests(corpus).map(({ date }) => date);
  const periods = (keyOf: (date: string) => string) => [...new Set(days.map(keyOf))];
  return [
    ...[
      urls.home,
      urls.about,
      urls.topics,
      urls.dates,
      urls.published,
      urls.authors,
      urls.code,
      urls.search,
      urls.status,
      urls.subscribe,
      urls.trends,
      urls.top(),
    ],
    ...corpus.taxonomy.topics.map(({ slug }) => urls.topic(slug)),
    ...periods(yearOf).map(urls.year),
    ...periods(monthOf).map((month) => urls.month(month)),
    ...periods(isoWeek).map((week) => urls.week(week)),
    ...days.map((date) => urls.date(date)),
    ...(corpus.digests.some(({ date }) => date === null) ? [urls.undated()] : []),
    ...[...papersByPublicationYear(corpus.entries).keys()].map((year) => urls.publishedYear(year)),
    ...corpus.entries.map(({ paper }) => urls.paper(paper.slug)),
    ...corpus.authors.map(({ slug }) => urls.author(slug)),
  ];
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of the site map. `addresses` are full URLs. */
export const siteMapFile = (addresses: readonly string[]): string => document('urlset', 'url', addresses);

/** The index of the files of the site map. `addresses` are full URLs. */
export const siteMapIndex = (addresses: readonly string[]): string =>
  document('sitemapindex', 'sitemap', addresses);

function document(root: string, item: string, addresses: readonly string[]): string {
  const items = addresses.map((url) => `<${item}><loc>${escapeHtml(url)}</loc></${item}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${items.join('')}</${root}>\n`;
}
