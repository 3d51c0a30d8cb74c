import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { atomArchive } from '#syndication/atom.ts';
import { feedPaths } from '#syndication/feeds-of.ts';
import type { OutgoingFeed } from '#syndication/outgoing-feeds.ts';

export const getStaticPaths = (() =>
  import.meta.env.PROD
    ? []
    : feedPaths(currentCorpus()).flatMap(({ params, props: { feed } }) =>
        feed.channel.archiveUrls.map((_, index) => ({
          params: { ...params, number: String(index + 1) },
          props: { feed, index },
        })),
      )) satisfies GetStaticPaths;

/** Older entries of a feed, in a document that does not change any more (RFC 5005). */
export const GET: APIRoute<{ feed: OutgoingFeed; index: number }> = ({ props: { feed, index } }) =>
  new Response(atomArchive(feed.channel, feed.archive(index), index), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
