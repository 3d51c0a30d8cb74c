import { midnight } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';

/** A JSON Feed (version 1.1). */
export function jsonFeed(channel: Channel, items: readonly FeedItem[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.pageUrl,
    feed_url: channel.feedUrls.json,
    description: channel.description,
    language: channel.language,
    authors: [{ name: channel.publisher }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      ...(item.date === null ? {} : { date_published: midnight(item.date) }),
      ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
      tags: item.categories.map(({ label }) => label),
    })),
  };
  return `${JSON.stringify(feed, null, 1).toWellFormed()}\n`;
}
