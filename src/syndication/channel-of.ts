import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { feedUrn } from './permanent-id.ts';
import type { Channel } from './schema.ts';

/** What the feed of the page at `below` says of itself, when it has so many archive documents. */
export function channelOf(
  site: SiteConfig,
  urls: Urls,
  below: string,
  { title, description }: Pick<Channel, 'title' | 'description'>,
  archives: number,
): Channel {
  const syndication = (format: 'rss' | 'atom' | 'json') => urls.absolute(urls.syndication(format, below));
  return {
    title,
    description,
    language: site.language,
    id: feedUrn(site, below.slice(site.base.length)),
    pageUrl: urls.absolute(below),
    feedUrls: { rss: syndication('rss'), atom: syndication('atom'), json: syndication('json') },
    archiveUrls: Array.from({ length: archives }, (_, index) =>
      urls.absolute(urls.archive(index + 1, below)),
    ),
    publisher: site.title,
    iconUrl: urls.absolute(urls.icon),
    viewUrls: { xsl: urls.feedXsl, css: urls.feedCss },
  };
}
