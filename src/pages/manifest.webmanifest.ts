import { paperColours } from '#site/accent-contrast.ts';
import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';

/** Lets the site be put on a home screen. */
export const GET = (): Response => {
  const { site } = currentCorpus();
  const urls = createUrls(site);
  return Response.json({
    name: site.title,
    short_name: site.title,
    description: site.description,
    lang: site.language,
    start_url: urls.home,
    scope: urls.home,
    display: 'minimal-ui',
    background_color: paperColours.light,
    theme_color: paperColours.light,
    icons: [
      { src: urls.favicon, sizes: 'any', type: 'image/svg+xml' },
      { src: urls.icon, sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  });
};
