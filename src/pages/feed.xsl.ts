import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';
import { feedXsl } from '#syndication/feed-view.ts';

/** How a browser shows a feed. */
export const GET = (): Response =>
  new Response(feedXsl(createUrls(currentCorpus().site).feedCss), {
    headers: { 'Content-Type': 'text/xsl; charset=utf-8' },
  });
