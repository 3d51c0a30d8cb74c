import type { Corpus } from '#corpus/corpus.ts';
import { onceFor } from '#memo/once-for.ts';
import { outgoingFeeds, type OutgoingFeed } from './outgoing-feeds.ts';

/** The outgoing feeds of a corpus, made once for all pages that ask. */
export const feedsOf = onceFor((corpus: Corpus): readonly OutgoingFeed[] => outgoingFeeds(corpus));

/**
 * The feeds as paths for a route `[...below]/FILE`, in the development server. A build writes them itself, since there
 * are many and they share their items (scripts/build/write-feeds.ts).
 */
export function feedPaths(
  corpus: Corpus,
): { params: { below: string | undefined }; props: { feed: OutgoingFeed } }[] {
  return feedsOf(corpus).map((feed) => ({
    params: { below: feed.below.slice(corpus.site.base.length).replace(/\/$/, '') || undefined },
    props: { feed },
  }));
}
