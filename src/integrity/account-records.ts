import type { Message } from '#diagnostics/message.ts';
import type { ReadFeed } from '#sightings/schema.ts';
import { countRecords } from './count-records.ts';
import type { Finding } from './schema.ts';

/** Rules by which one record each is left out. */
const leftOutRules = new Set([
  'record-damaged',
  'record-unfinished',
  'record-unrecognised',
  'record-without-title',
]);

/** Rules, besides errors, that tell of damage after which records cannot be counted. */
const wholeRules = new Set(['json-damaged', 'list-unfinished', 'text-after-list']);

/**
 * Proves that each record of a feed of an API became a sighting or a message. A feed that could not be read to its
 * end, or is damaged as a whole, has a message about all of it. `text` is the decoded feed.
 */
export function accountRecords(text: string, feed: ReadFeed, messages: readonly Message[]): Finding[] {
  const isToldAsWhole = messages.some(
    ({ severity, rule }) =>
      wholeRules.has(rule) || (severity === 'error' && (feed.format === null || !leftOutRules.has(rule))),
  );
  if (isToldAsWhole) return [];
  const finding = (rule: string, said: string): Finding => ({
    rule,
    place: feed.feed,
    line: null,
    text: said,
  });
  const leftOut = messages.reduce((sum, message) => sum + recordsLeftOut(message), 0);
  const records = countRecords(text, feed.format);
  if (records === null)
    return leftOut > 0 || messages.some(({ rule }) => /-damaged$/.test(rule))
      ? []
      : [finding('feed-unread', 'The feed is no whole JSON, and no message says so.')];
  const lost = records - feed.sightings.length - leftOut;
  if (lost <= 0) return [];
  return [
    finding(
      'records-lost',
      `The feed has ${records} records; ${feed.sightings.length} became sightings and ${leftOut} messages, so ${lost} were lost. This is a fault of the reader: please report it with the feed.`,
    ),
  ];
}

/** How many records a message tells of: one, or those that it sums up. */
function recordsLeftOut({ rule, text }: Message): number {
  if (!leftOutRules.has(rule)) return 0;
  return Number(/^(\d+) more of the rule /.exec(text)?.[1] ?? 1);
}
