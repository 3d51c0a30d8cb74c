import { generateOpml } from 'feedsmith';
import type { Channel } from './schema.ts';
import { xmlText } from './xml-text.ts';

/** Feeds under one heading. */
export interface OpmlGroup {
  title: string;
  channels: readonly Channel[];
}

/** A list of feeds (OPML 2.0) to subscribe to all of them, in their order. Readers ask for RSS here. */
export function opml(title: string, groups: readonly OpmlGroup[]): string {
  const xml = generateOpml({
    head: { title },
    body: {
      outlines: groups
        .filter(({ channels }) => channels.length > 0)
        .map((group) => ({
          text: group.title,
          outlines: group.channels.map((channel) => ({
            text: channel.title,
            title: channel.title,
            description: channel.description,
            type: 'rss',
            xmlUrl: channel.feedUrls.rss,
            htmlUrl: channel.pageUrl,
          })),
        })),
    },
  });
  return xmlText(xml);
}
