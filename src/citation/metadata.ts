import { texToPlain } from '#abstracts/render.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Paper } from '#papers/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { citationRecord } from './citation-record.ts';
import { withFirstAuthors } from './first-authors.ts';

/** A `meta` element: `name` and `content`. */
export interface MetaTag {
  name: string;
  content: string;
}

/** Highwire's `citation_*` tags, which Google Scholar and Zotero read, from known fields only, in their order. */
export function citationTags(entry: Entry, rendered: RenderedEntry, site: SiteConfig, urls: Urls): MetaTag[] {
  const { paper } = entry;
  const record = withFirstAuthors(citationRecord(entry, rendered, urls));
  const { title, authors, date, arxivId, doi } = record;
  const tags: [string, string | null][] = [
    ['title', title],
    ...authors.map((author): [string, string] => ['author', author]),
    ['publication_date', date && date.replaceAll('-', '/')],
    ['doi', doi],
    ['arxiv_id', arxivId],
    ['pdf_url', arxivId && `https://arxiv.org/pdf/${arxivId}`],
    ['abstract_html_url', urls.absolute(urls.paper(paper.slug))],
    ['technical_report_institution', authors.length > 0 ? paper.organization : null],
    ['language', site.language],
    ['keywords', plainKeywords(paper).join('; ')],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name: `citation_${name}`, content }] : []));
}

/** The paper as schema.org's ScholarlyArticle, for a script of type `application/ld+json`; known fields only. */
export function scholarlyArticle(
  entry: Entry,
  rendered: RenderedEntry,
  topicNames: readonly string[],
  site: SiteConfig,
  urls: Urls,
): string {
  const { paper, links } = entry;
  const { authors, date, arxivId, doi } = withFirstAuthors(citationRecord(entry, rendered, urls));
  const code = links.filter(({ kind }) => kind === 'code').map(({ url }) => url);
  const page = urls.absolute(urls.paper(paper.slug));
  const sameAs = [
    ...(arxivId === null ? [] : [`https://arxiv.org/abs/${arxivId}`]),
    ...(doi === null ? [] : [`https://doi.org/${encodeURI(doi)}`]),
  ];
  const article = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': page,
    url: page,
    name: rendered.titlePlain,
    headline: rendered.titlePlain,
    abstract: rendered.abstractPlain || undefined,
    author: nonEmpty(authors.map((name) => ({ '@type': 'Person', name }))),
    datePublished: date ?? undefined,
    inLanguage: site.language,
    about: nonEmpty(topicNames.map((name) => ({ '@type': 'Thing', name }))),
    keywords: nonEmpty(plainKeywords(paper))?.join(', '),
    identifier:
      arxivId === null ? undefined : { '@type': 'PropertyValue', propertyID: 'arXiv', value: arxivId },
    sameAs: nonEmpty(sameAs),
    workExample: nonEmpty(code.map((url) => ({ '@type': 'SoftwareSourceCode', codeRepository: url }))),
  };
  return JSON.stringify(article).replace(/[<>&\u2028\u2029]/g, escaped);
}

/** Keywords without their TeX, which sources leave in them. */
function plainKeywords({ keywords }: Pick<Paper, 'keywords'>): string[] {
  return keywords.map((keyword) => texToPlain(keyword));
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** A script ends at the first `</script`, wherever it stands. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
