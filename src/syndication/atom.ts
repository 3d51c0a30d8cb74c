import { browserLink, browserNote, stylesheets, xhtml } from './browser-view.ts';
import { latestDate, midnight } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';
import { element, emptyElement, htmlElement, textElement, xmlDocument } from './xml-element.ts';

/** Atom wants a date of every entry and feed: this one stands for none. */
const unknownDate = '1970-01-01';

/** An Atom feed (RFC 4287): the plain text as summary, the HTML as content. */
export function atom(channel: Channel, items: readonly FeedItem[]): string {
  return atomDocument(channel, items, channel.feedUrls.atom, [
    link('prev-archive', channel.archiveUrls.at(-1)),
  ]);
}

/** The archive document of `items` at `channel.archiveUrls[index]` (RFC 5005, section 4). */
export function atomArchive(channel: Channel, items: readonly FeedItem[], index: number): string {
  const { archiveUrls, feedUrls } = channel;
  return atomDocument(channel, items, archiveUrls[index]!, [
    link('current', feedUrls.atom),
    link('prev-archive', archiveUrls[index - 1]),
    link('next-archive', archiveUrls[index + 1]),
    emptyElement('fh:archive', { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
  ]);
}

function atomDocument(
  channel: Channel,
  items: readonly FeedItem[],
  selfUrl: string,
  history: readonly string[],
): string {
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', ...xhtml, 'xml:lang': channel.language },
    [
      textElement('id', channel.id),
      textElement('title', channel.title),
      textElement('subtitle', channel.description),
      browserNote(channel),
      textElement('updated', midnight(latestDate(items) ?? unknownDate)),
      textElement('generator', 'paper-digest'),
      person(channel.publisher),
      link('self', selfUrl),
      emptyElement('link', { rel: 'alternate', href: channel.pageUrl, type: 'text/html' }),
      ...history,
      ...items.map(atomEntry),
    ],
  );
  return xmlDocument(stylesheets(channel), root);
}

function atomEntry(item: FeedItem): string {
  return element('entry', {}, [
    textElement('id', item.id),
    textElement('title', item.title),
    textElement('updated', midnight(item.date ?? unknownDate)),
    item.date === null ? '' : textElement('published', midnight(item.date)),
    ...item.authors.map(person),
    emptyElement('link', { rel: 'alternate', href: item.url, type: 'text/html' }),
    ...item.categories.map(({ term, label }) => emptyElement('category', { term, label })),
    textElement('summary', item.summary),
    htmlElement('content', item.html, { type: 'html' }),
    browserLink('Read', item.url),
  ]);
}

const person = (name: string): string => `<author>${textElement('name', name)}</author>`;

const link = (rel: string, href: string | undefined): string =>
  href === undefined ? '' : emptyElement('link', { rel, href, type: 'application/atom+xml' });
