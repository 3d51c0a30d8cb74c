import { feedCss } from '#syndication/feed-view.ts';

/** The style of feeds in a browser. */
export const GET = (): Response =>
  new Response(feedCss, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
