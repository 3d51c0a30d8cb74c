import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import { excerpt, pageHead } from './page-head.ts';
import type { PaperContext } from './paper-page.ts';

/** The tags in the head of a paper's page: what search engines, reference managers and previews read. */
export function paperHead(
  { paper }: Entry,
  rendered: RenderedEntry,
  { urls }: PaperContext,
  site: SiteConfig,
): string {
  return pageHead(
    {
      title: rendered.titlePlain,
      description: excerpt(rendered.abstractPlain || `${rendered.titlePlain}: where and when it was seen.`),
      path: urls.paper(paper.slug),
      type: 'article',
      image: urls.paperSocialImage(paper.slug),
      hasMath: rendered.hasMath,
    },
    site,
    urls,
  ).text;
}
