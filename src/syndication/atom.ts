import { generateAtomFeed } from 'feedsmith';
import { latestDate, midnight } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';
import { stylesheets } from './stylesheets.ts';
import { xmlText } from './xml-text.ts';

/** Atom wants a date of every entry and feed: this one stands for none. */
const unknownDate = '1970-01-01';

/** An Atom feed (RFC 4287): the plain text as summary, the HTML as content. */
export function atom(channel: Channel, items: readonly FeedItem[]): string {
  return document(channel, items, channel.feedUrls.atom, [
    ...link('prev-archive', channel.archiveUrls.at(-1)),
  ]);
}

/** The archive document of `items` at `channel.archiveUrls[index]` (RFC 5005, section 4). */
export function atomArchive(channel: Channel, items: readonly FeedItem[], index: number): string {
  const { archiveUrls, feedUrls } = channel;
  const xml = document(channel, items, archiveUrls[index]!, [
    ...link('current', feedUrls.atom),
    ...link('prev-archive', archiveUrls[index - 1]),
    ...link('next-archive', archiveUrls[index + 1]),
  ]);
  return xml.replace(
    /(<feed [^>]*>)/,
    '$1\n  <fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>',
  );
}

function link(rel: string, href: string | undefined) {
  return href === undefined ? [] : [{ rel, href, type: 'application/atom+xml' }];
}

function document(
  channel: Channel,
  items: readonly FeedItem[],
  selfUrl: string,
  links: { rel: string; href: string; type: string }[],
): string {
  const xml = generateAtomFeed(
    {
      id: channel.id,
      title: { value: channel.title },
      subtitle: { value: channel.description },
      updated: midnight(latestDate(items) ?? unknownDate),
      generator: { text: 'paper-digest' },
      authors: [{ name: channel.publisher }],
      links: [
        { rel: 'self', href: selfUrl, type: 'application/atom+xml' },
        { rel: 'alternate', href: channel.pageUrl, type: 'text/html' },
        ...links,
      ],
      xml: { lang: channel.language },
      entries: items.map((item) => ({
        id: item.id,
        title: { value: item.title },
        updated: midnight(item.date ?? unknownDate),
        ...(item.date === null ? {} : { published: midnight(item.date) }),
        authors: item.authors.map((name) => ({ name })),
        links: [{ rel: 'alternate', href: item.url, type: 'text/html' }],
        categories: item.categories.map(({ term, label }) => ({ term, label })),
        summary: { value: item.summary },
        content: { type: 'html', value: item.html },
      })),
    },
    { stylesheets: stylesheets(channel) },
  );
  return xmlText(xml);
}
