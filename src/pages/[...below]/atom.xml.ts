import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { feedPaths } from '#syndication/feeds-of.ts';
import type { OutgoingFeed } from '#syndication/outgoing-feeds.ts';
import { atom } from '#syndication/atom.ts';

export const getStaticPaths = (() =>
  import.meta.env.PROD ? [] : feedPaths(currentCorpus())) satisfies GetStaticPaths;

/** The Atom feed of the page below which it stands. */
export const GET: APIRoute<{ feed: OutgoingFeed }> = ({ props: { feed } }) =>
  new Response(atom(feed.channel, feed.current()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
