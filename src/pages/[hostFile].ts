import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { apacheFile, headersFile } from '#site/header-files.ts';

const files = { _headers: headersFile, '.htaccess': apacheFile };

export const getStaticPaths = (() =>
  Object.keys(files).map((hostFile) => ({ params: { hostFile } }))) satisfies GetStaticPaths;

/** What hosts read: its name starts with a sign that keeps a file out of the pages, so the route is a pattern. */
export const GET: APIRoute = ({ params }) =>
  new Response(files[params.hostFile as keyof typeof files](currentCorpus().site.base));
