import type { Channel } from './schema.ts';
import { element, emptyElement, textElement, xmlDocument } from './xml-element.ts';

/** Feeds under one heading. */
export interface OpmlGroup {
  title: string;
  channels: readonly Channel[];
}

/** A list of feeds (OPML 2.0) to subscribe to all of them, in their order. Readers ask for RSS here. */
export function opml(title: string, groups: readonly OpmlGroup[]): string {
  const outlines = groups
    .filter(({ channels }) => channels.length > 0)
    .map((group) => element('outline', { text: group.title }, group.channels.map(outline)));
  const head = element('head', {}, [textElement('title', title)]);
  return xmlDocument([], element('opml', { version: '2.0' }, [head, element('body', {}, outlines)]));
}

function outline({ title, description, pageUrl, feedUrls }: Channel): string {
  return emptyElement('outline', {
    text: title,
    title,
    description,
    type: 'rss',
    xmlUrl: feedUrls.rss,
    htmlUrl: pageUrl,
  });
}
