import type { Channel } from './schema.ts';
import { element, textElement } from './xml-element.ts';

/** How browsers show a feed: by XSL where they still can, else by CSS. */
export function stylesheets({ viewUrls }: Pick<Channel, 'viewUrls'>): { type: string; href: string }[] {
  return [
    { type: 'text/xsl', href: viewUrls.xsl },
    { type: 'text/css', href: viewUrls.css },
  ];
}

/** The namespace of what only browsers show; feed readers pass over it. */
export const xhtml = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' };

/** What a feed says to whoever opens it in a browser. */
export function browserNote({ pageUrl }: Pick<Channel, 'pageUrl'>): string {
  return element('h:p', {}, [
    textElement('h:span', aboutFeeds),
    browserLink('The page with the same papers', pageUrl),
  ]);
}

/** A link for browsers, which know no links of feeds. */
export function browserLink(text: string, href: string): string {
  return textElement('h:a', text, { href });
}

/** What a feed is, for whoever sees one for the first time. */
export const aboutFeeds =
  'This is a feed: copy the address of this page into a feed reader to be told of new papers.';
