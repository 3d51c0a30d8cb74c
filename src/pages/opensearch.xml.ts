import { currentCorpus } from '#corpus/current.ts';
import { openSearchDescription } from '#search-page/open-search.ts';
import { createUrls } from '#site/urls.ts';

/** Lets browsers offer this site's search in their address bar. */
export const GET = (): Response => {
  const { site } = currentCorpus();
  return new Response(openSearchDescription(site, createUrls(site)), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
