import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';

/** Everybody may read everything, and here is the list of it. */
export const GET = (): Response => {
  const urls = createUrls(currentCorpus().site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.sitemap)}\n`);
};
