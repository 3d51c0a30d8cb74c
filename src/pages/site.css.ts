import { currentCorpus } from '#corpus/current.ts';
import { siteCss } from '#site/site-css.ts';

/** The part of the style sheet that comes from the site's configuration. */
export const GET = (): Response =>
  new Response(siteCss(currentCorpus().site), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
