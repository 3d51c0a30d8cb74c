import { escapeMarkup } from '#abstracts/escape.ts';
import { browserLink, browserNote, stylesheets, xhtml } from './browser-view.ts';
import { feedDocument, type FeedFormat, xmlFrame } from './feed-document.ts';
import { momentOf, noon } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';
import { element, emptyElement, htmlElement, textElement, xmlDocument } from './xml-element.ts';

const namespaces = {
  ...xhtml,
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** RSS 2.0: the plain text as description, the HTML as `content:encoded`. */
export const rssFormat: FeedFormat = {
  frame: (channel, latest, isEmpty) => xmlFrame(isEmpty, (items) => rssDocument(channel, latest, items)),
  item: rssItem,
  separator: '\n',
};

/** An RSS feed. */
export const rss = (channel: Channel, items: readonly FeedItem[]): string =>
  feedDocument(rssFormat, channel, items);

function rssDocument(channel: Channel, latest: string | null, items: readonly string[]): string {
  const newestArchive = channel.archiveUrls.at(-1);
  const children = [
    textElement('title', channel.title),
    textElement('link', channel.pageUrl),
    textElement('description', channel.description),
    browserNote(channel),
    textElement('language', channel.language),
    textElement('generator', 'paper-digest'),
    textElement('docs', 'https://www.rssboard.org/rss-specification'),
    latest === null ? '' : textElement('pubDate', rfc822(noon(latest))),
    latest === null ? '' : textElement('lastBuildDate', rfc822(noon(latest))),
    element('image', {}, [
      textElement('url', channel.iconUrl),
      textElement('title', channel.title),
      textElement('link', channel.pageUrl),
    ]),
    emptyElement('atom:link', { href: channel.feedUrls.rss, rel: 'self', type: 'application/rss+xml' }),
    newestArchive === undefined
      ? ''
      : emptyElement('atom:link', { href: newestArchive, rel: 'prev-archive', type: 'application/atom+xml' }),
    ...items,
  ];
  const root = element('rss', { version: '2.0', ...namespaces }, [element('channel', {}, children)]);
  return xmlDocument(stylesheets(channel), root);
}

function rssItem(item: FeedItem): string {
  return element('item', {}, [
    textElement('title', item.title),
    textElement('link', item.url),
    textElement('guid', item.id, { isPermaLink: 'false' }),
    item.date === null ? '' : textElement('pubDate', rfc822(momentOf(item.date, item.place))),
    ...item.authors.map((name) => textElement('dc:creator', name)),
    ...item.categories.map(({ label }) => textElement('category', label)),
    textElement('description', escapeMarkup(item.summary)),
    htmlElement('content:encoded', item.html),
    browserLink('Read', item.url),
  ]);
}

const rfc822 = (moment: string): string => new Date(moment).toUTCString();
