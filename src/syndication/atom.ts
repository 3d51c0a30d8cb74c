import { browserLink, browserNote, stylesheets, xhtml } from './browser-view.ts';
import { feedDocument, type FeedFormat, xmlFrame } from './feed-document.ts';
import { momentOf, noon } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';
import { element, emptyElement, htmlElement, textElement, xmlDocument } from './xml-element.ts';

/** Atom wants a date of every entry and feed: this one stands for none. */
const unknownDate = '1970-01-01';

/** Atom (RFC 4287): the plain text as summary, the HTML as content. */
export const atomFormat: FeedFormat = {
  frame: (channel, latest, isEmpty) =>
    xmlFrame(isEmpty, (entries) =>
      atomDocument(channel, latest, entries, channel.feedUrls.atom, [
        link('prev-archive', channel.archiveUrls.at(-1)),
      ]),
    ),
  item: atomEntry,
  separator: '\n',
};

/** The archive document at `channel.archiveUrls[index]` (RFC 5005, section 4). */
export const atomArchiveFormat = (index: number): FeedFormat => ({
  ...atomFormat,
  frame: (channel, latest, isEmpty) => {
    const { archiveUrls, feedUrls } = channel;
    return xmlFrame(isEmpty, (entries) =>
      atomDocument(channel, latest, entries, archiveUrls[index]!, [
        link('current', feedUrls.atom),
        link('prev-archive', archiveUrls[index - 1]),
        link('next-archive', archiveUrls[index + 1]),
        emptyElement('fh:archive', { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
      ]),
    );
  },
});

/** An Atom feed. */
export const atom = (channel: Channel, items: readonly FeedItem[]): string =>
  feedDocument(atomFormat, channel, items);

/** The archive document of `items` at `channel.archiveUrls[index]`. */
export const atomArchive = (channel: Channel, items: readonly FeedItem[], index: number): string =>
  feedDocument(atomArchiveFormat(index), channel, items);

function atomDocument(
  channel: Channel,
  latest: string | null,
  entries: readonly string[],
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
      textElement('updated', noon(latest ?? unknownDate)),
      textElement('generator', 'paper-digest'),
      textElement('icon', channel.iconUrl),
      person(channel.publisher),
      link('self', selfUrl),
      emptyElement('link', { rel: 'alternate', href: channel.pageUrl, type: 'text/html' }),
      ...history,
      ...entries,
    ],
  );
  return xmlDocument(stylesheets(channel), root);
}

function atomEntry(item: FeedItem): string {
  return element('entry', {}, [
    textElement('id', item.id),
    textElement('title', item.title),
    textElement('updated', noon(item.date ?? unknownDate)),
    item.date === null ? '' : textElement('published', momentOf(item.date, item.place)),
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
