import { citationTags, scholarlyArticle } from '#citation/metadata.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import { mathFontsOf } from '#site/math-fonts.ts';
import type { SiteConfig } from '#site/schema.ts';
import { html, raw } from './html.ts';
import { excerpt, pageHead } from './page-head.ts';
import type { PaperContext } from './paper-page.ts';

/**
 * The tags in the head of a paper's page: what search engines, reference managers and previews read, and what the
 * formulas of its main part need, those in titles of other papers among them.
 */
export function paperHead(
  entry: Entry,
  rendered: RenderedEntry,
  { urls, topics, hasSocialImage }: PaperContext,
  main: string,
  site: SiteConfig,
): string {
  const mathFonts = mathFontsOf(main);
  const { paper } = entry;
  const topicNames = topics.map(({ name }) => name);
  return pageHead(
    {
      title: rendered.titlePlain,
      description: excerpt(rendered.abstractPlain || `${rendered.titlePlain}: where and when it was seen.`),
      path: urls.paper(paper.slug),
      type: 'article',
      image: hasSocialImage ? urls.paperSocialImage(paper.slug) : undefined,
      hasMath: mathFonts.length > 0,
      mathFonts,
      more: [
        citationTags(entry, rendered, site, urls).map(
          ({ name, content }) => html`<meta name="${name}" content="${content}" />`,
        ),
        html`<script type="application/ld+json">
          ${raw(scholarlyArticle(entry, rendered, topicNames, site, urls))}
        </script>`,
        site.paperFiles &&
          html`<link rel="alternate" type="application/json" href="${urls.paperData(paper.slug)}" />`,
      ],
    },
    site,
    urls,
  ).text;
}
