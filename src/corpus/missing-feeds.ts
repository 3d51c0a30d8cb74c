import type { Message } from '#diagnostics/message.ts';
import type { FeedsConfig } from '#site/schema.ts';

/** What to say of feeds that should be there: of a content folder without any, and of each that `feeds.yaml` tells of. */
export function missingFeeds(config: FeedsConfig, feeds: readonly string[]): Message[] {
  const found = new Set(feeds);
  const of = (severity: Message['severity'], rule: string, text: string): Message => ({
    severity,
    rule,
    feed: null,
    line: null,
    text,
  });
  return [
    ...(feeds.length > 0
      ? []
      : [
          of(
            'error',
            'no-feeds',
            'There is no file in the folder feeds of the content: the site has no papers.',
          ),
        ]),
    ...Object.keys(config)
      .filter((name) => !found.has(name))
      .map((name) =>
        of(
          'warning',
          'feed-missing',
          `feeds.yaml tells of ${name}, which is not in the folder feeds: it says nothing of any feed.`,
        ),
      ),
  ];
}
