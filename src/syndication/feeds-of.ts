import type { Corpus } from '#corpus/corpus.ts';
import { outgoingFeeds, type OutgoingFeed } from './outgoing-feeds.ts';

const known = new WeakMap<Corpus, readonly OutgoingFeed[]>();

/** The outgoing feeds of a corpus, made once for all pages that ask. */
export function feedsOf(corpus: Corpus): readonly OutgoingFeed[] {
  let feeds = known.get(corpus);
  if (feeds === undefined) known.set(corpus, (feeds = outgoingFeeds(corpus)));
  return feeds;
}

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
