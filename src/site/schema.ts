import { z } from 'zod';
import { feedConfigSchema } from '#sightings/schema.ts';

/** How an arXiv category is written: `cs.LG`, `math-ph`, `astro-ph.CO`. */
export const categoryPattern = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)+)?$/;

const colourSchema = z
  .string()
  .regex(
    /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]+|[a-z]+\([a-z0-9\s.,%/+-]+\))$/i,
    'a colour of CSS, such as #8a2b0e',
  );

/**
 * `content/site.yaml`: all of a site's configuration but its taxonomy (`topics.yaml`) and what its feeds cannot say
 * of themselves (`feeds.yaml`).
 *
 * - `id`: what the ids of days and feeds are made of, so that they outlive a change of `title` and `url`; the title
 *   where it is left out.
 * - `url`: origin of the hosted site, without path. `base`: path below it (`/digest/`; the last slash is added where it
 *   is left out).
 * - `language`: BCP 47 tag of the papers; the interface is in English.
 * - `accent`: CSS colour of links and the current place, for light and dark paper.
 * - `sources`: what `digest fetch` downloads.
 * - `authors`: how many papers an author must have for a page, and for feeds. Most have one paper in any one digest:
 *   a page of each would be more pages than papers.
 * - `paperFiles`: whether each paper has files for programs beside its page: data, BibTeX, RIS.
 * - `offline`: whether a service worker keeps pages for reading offline.
 * - `socialImages`: of how many papers, the newest, an image is drawn to be shown where they are shared: `true` for
 *   all, 0 for the site's image alone, `false` for none at all.
 */
export const siteConfigSchema = z.strictObject({
  id: z.string().min(1).optional(),
  title: z.string().min(1),
  description: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !URL.canParse(url) || /^https?:\/\/[^/?#]+\/?$/.test(url), {
      error: 'an origin without a path, such as https://example.org: the path is what base is for',
    }),
  base: z
    .string()
    .regex(/^\/(?:[A-Za-z0-9._~-]+\/)*[A-Za-z0-9._~-]*$/, 'a path that starts with a slash, such as /digest/')
    .transform((path) => (path.endsWith('/') ? path : `${path}/`)),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en or pt-BR')
    .default('en'),
  accent: z
    .strictObject({ light: colourSchema, dark: colourSchema })
    .default({ light: '#8a2b0e', dark: '#f0a48a' }),
  sources: z
    .strictObject({
      hf: z.boolean().default(false),
      arxiv: z
        .strictObject({
          categories: z.array(z.string().regex(categoryPattern, 'a category such as cs.LG')).min(1),
        })
        .optional(),
    })
    .default({ hf: false }),
  authors: z
    .strictObject({ pagesFrom: z.int().positive().default(2), feedsFrom: z.int().positive().default(4) })
    .default({ pagesFrom: 2, feedsFrom: 4 }),
  paperFiles: z.boolean().default(true),
  offline: z.boolean().default(true),
  socialImages: z.union([z.boolean(), z.int().nonnegative()]).default(1000),
});

export type SiteConfig = z.infer<typeof siteConfigSchema>;

/** `content/feeds.yaml`: what feeds cannot say of themselves, by their paths below `content/feeds`. */
export const feedsConfigSchema = z.record(z.string(), feedConfigSchema);

export type FeedsConfig = z.infer<typeof feedsConfigSchema>;
