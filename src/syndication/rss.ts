import { generateRssFeed } from 'feedsmith';
import { escapeMarkup } from '#abstracts/escape.ts';
import { latestDate, midnight } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';
import { stylesheets } from './stylesheets.ts';
import { xmlText } from './xml-text.ts';

/** An RSS 2.0 feed: the plain text as description, the HTML as `content:encoded`. */
export function rss(channel: Channel, items: readonly FeedItem[]): string {
  const latest = latestDate(items);
  const newestArchive = channel.archiveUrls.at(-1);
  const xml = generateRssFeed(
    {
      title: channel.title,
      link: channel.pageUrl,
      description: channel.description,
      language: channel.language,
      generator: 'paper-digest',
      docs: 'https://www.rssboard.org/rss-specification',
      ...(latest === null ? {} : { pubDate: midnight(latest), lastBuildDate: midnight(latest) }),
      atom: {
        links: [
          { href: channel.feedUrls.rss, rel: 'self', type: 'application/rss+xml' },
          ...(newestArchive === undefined
            ? []
            : [{ href: newestArchive, rel: 'prev-archive', type: 'application/atom+xml' }]),
        ],
      },
      items: items.map((item) => ({
        title: item.title,
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        description: escapeMarkup(item.summary),
        content: { encoded: item.html },
        categories: item.categories.map(({ label }) => ({ name: label })),
        ...(item.date === null ? {} : { pubDate: midnight(item.date) }),
        ...(item.authors.length === 0 ? {} : { dc: { creators: [...item.authors] } }),
      })),
    },
    { stylesheets: stylesheets(channel) },
  );
  return xmlText(xml);
}
