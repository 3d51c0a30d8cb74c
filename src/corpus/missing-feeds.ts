import { MessageLog } from '#diagnostics/message-log.ts';
import type { Message } from '#diagnostics/message.ts';
import type { FeedsConfig } from '#site/schema.ts';

/**
 * What to say of feeds that should be there: of a content folder without any, and of each that `feeds.yaml` tells of.
 */
export function missingFeeds(config: FeedsConfig, feeds: readonly string[]): Message[] {
  const log = new MessageLog(null);
  if (feeds.length === 0)
    log.note(
      'error',
      'no-feeds',
      null,
      'There is no file in the folder feeds of the content: the site has no papers.',
    );
  const found = new Set(feeds);
  for (const name of Object.keys(config))
    if (!found.has(name))
      log.note(
        'warning',
        'feed-missing',
        null,
        `feeds.yaml tells of ${name}, which is not in the folder feeds: it says nothing of any feed.`,
      );
  return log.messages;
}
