import { latestDate } from './item-dates.ts';
import type { Channel, FeedItem } from './schema.ts';

/**
 * How a format writes a feed. A paper is in many feeds, so that what is written of it is worth keeping: a document is
 * the text around its items, and the items with `separator` between them.
 *
 * - `frame`: that text, before and after; `latest` is the date of the newest item. `isEmpty` when there are no items.
 */
export interface FeedFormat {
  frame(channel: Channel, latest: string | null, isEmpty: boolean): readonly [before: string, after: string];
  item(item: FeedItem): string;
  separator: string;
}

/** A whole document. */
export function feedDocument(format: FeedFormat, channel: Channel, items: readonly FeedItem[]): string {
  const [before, after] = format.frame(channel, latestDate(items), items.length === 0);
  return before + items.map(format.item).join(format.separator) + after;
}

/** Stands in XML for all items, since XML has no such character. */
const itemsHere = '\0';

/** The frame of an XML document that `write` makes of the elements that are its items. */
export function xmlFrame(
  isEmpty: boolean,
  write: (items: readonly string[]) => string,
): readonly [before: string, after: string] {
  const [before, after] = write(isEmpty ? [] : [itemsHere]).split(itemsHere);
  return [before!, after ?? ''];
}
