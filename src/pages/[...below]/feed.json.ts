import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { feedPaths } from '#syndication/feeds-of.ts';
import type { OutgoingFeed } from '#syndication/outgoing-feeds.ts';
import { jsonFeed } from '#syndication/json-feed.ts';

export const getStaticPaths = (() =>
  import.meta.env.PROD ? [] : feedPaths(currentCorpus())) satisfies GetStaticPaths;

/** The JSON Feed of the page below which it stands. */
export const GET: APIRoute<{ feed: OutgoingFeed }> = ({ props: { feed } }) =>
  new Response(jsonFeed(feed.channel, feed.current()), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
