import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { paginate } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { maxAddressesPerFile, siteMapFile, sitePaths } from '#views/site-map.ts';

export const getStaticPaths = (() =>
  paginate(sitePaths(currentCorpus()), maxAddressesPerFile).map((paths, index) => ({
    params: { file: String(index + 1) },
    props: { paths },
  }))) satisfies GetStaticPaths;

/** A part of the site map. */
export const GET: APIRoute<{ paths: string[] }> = ({ props }) => {
  const urls = createUrls(currentCorpus().site);
  return new Response(siteMapFile(props.paths.map(urls.absolute)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
