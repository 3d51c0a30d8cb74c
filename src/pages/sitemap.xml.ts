import { currentCorpus } from '#corpus/current.ts';
import { paginate } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { maxAddressesPerFile, siteMapIndex, sitePaths } from '#views/site-map.ts';

/** The index of the site map. */
export const GET = (): Response => {
  const corpus = currentCorpus();
  const urls = createUrls(corpus.site);
  const files = paginate(sitePaths(corpus), maxAddressesPerFile);
  const index = siteMapIndex(files.map((_, index) => urls.absolute(urls.sitemapFile(index + 1))));
  return new Response(index, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
