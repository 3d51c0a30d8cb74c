import { feedDocument, type FeedFormat } from './feed-document.ts';
import { momentOf } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';

/** JSON Feed (version 1.1). */
export const jsonFormat: FeedFormat = {
  frame: (channel, _, isEmpty) => {
    const text = `${written(head(channel))}\n`;
    const end = text.lastIndexOf(']');
    return isEmpty ? [text, ''] : [`${text.slice(0, end)}\n  `, `\n ${text.slice(end)}`];
  },
  item: (item) => written(jsonItem(item)).replaceAll('\n', '\n  '),
  separator: ',\n  ',
};

/** A JSON Feed. */
export const jsonFeed = (channel: Channel, items: readonly FeedItem[]): string =>
  feedDocument(jsonFormat, channel, items);

const written = (value: unknown): string => JSON.stringify(value, null, 1).toWellFormed();

/** What stands before the items, which come last. */
function head(channel: Channel) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.pageUrl,
    feed_url: channel.feedUrls.json,
    description: channel.description,
    icon: channel.iconUrl,
    language: channel.language,
    authors: [{ name: channel.publisher }],
    items: [],
  };
}

function jsonItem(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    ...(item.date === null ? {} : { date_published: momentOf(item.date, item.place) }),
    ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
    tags: item.categories.map(({ label }) => label),
  };
}
