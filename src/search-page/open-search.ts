import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { escapeHtml } from '#views/html.ts';

/** Letters that browsers show of a short name, as OpenSearch 1.1 limits it. */
const maxShortNameLength = 16;

/** The site's search as an OpenSearch 1.1 description. */
export function openSearchDescription({ title }: Pick<SiteConfig, 'title'>, urls: Urls): string {
  const shortName = title.slice(0, maxShortNameLength).trim();
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(shortName)}</ShortName>
  <Description>${escapeHtml(`Search the papers of ${title}`)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeHtml(urls.absolute(urls.favicon))}</Image>
  <Url type="text/html" template="${escapeHtml(urls.absolute(urls.search))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
