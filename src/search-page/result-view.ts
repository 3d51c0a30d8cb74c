import type { SearchResponse, SearchResult, TopicCount } from '#search/client/search-response.ts';
import type { MarkedSegment } from '#search/query/highlight.ts';
import type { Urls } from '#site/urls.ts';
import { formatCount, formatNumber, formatAny } from '#views/format.ts';
import { html, join, type Markup, raw } from '#views/html.ts';
import { paperCard } from '#views/paper-card.ts';
import { filtersOf, hasFilter, toggleFilter, writeAddress, type SearchAddress } from './search-address.ts';

/** Results that a page shows. */
export const resultsPerPage = 10;

/** Facets that are shown of each kind. */
const maxFacets = 12;

/** A line of a phone holds about this many characters of a formula, which does not break in MathML. */
const maxFormulaCharacters = 26;

/** A formula, in a place of its own to scroll where it is wider than a phone, also by keyboard unless in a link. */
function formula(mathml: string, isInLink: boolean): Markup {
  const shown = mathml.replace(/<[^>]*>|&[^;]*;/g, ' ').replace(/ /g, '');
  if (shown.length <= maxFormulaCharacters) return raw(mathml);
  const scrolling = isInLink ? '' : raw('tabindex="0" role="group" aria-label="Formula"');
  return html`<span class="wide-formula" ${scrolling}>${raw(mathml)}</span>`;
}

/** The matches marked, formulas as MathML. */
function markedText(segments: readonly MarkedSegment[], isInLink: boolean): Markup[] {
  return segments.map((segment) => {
    const content = 'text' in segment ? segment.text : formula(segment.mathml, isInLink);
    return segment.marked ? html`<mark>${content}</mark>` : html`${content}`;
  });
}

/** The byline, and the authors whom it does not name but the query does. */
function resultAuthors({ byline, foundAuthors }: SearchResult): Markup | string | null {
  if (foundAuthors.length === 0) return byline;
  return html`${byline}, among them
  ${join(
    foundAuthors.map((author) => markedText(author, false)),
    ' and ',
  )}`;
}

function resultCard(result: SearchResult, urls: Urls): Markup {
  const { title, excerpt, upvotes, ...card } = result;
  const titleHtml = html`${markedText(title, true)}`.text;
  return paperCard(
    { ...card, titleHtml, abstractHtml: null, authors: resultAuthors(result), date: card.seen },
    urls,
    {
      heading: 2,
      fact: formatAny(upvotes, 'upvote'),
      reason: excerpt.length > 0 && markedText(excerpt, false),
    },
  );
}

/** The cards of a page of results. */
export function resultList({ results }: SearchResponse, urls: Urls): Markup {
  return html`${results.map((result) => resultCard(result, urls))}`;
}

/** Links to the pages of the topics that the words of the query name. */
export function topicsMeant({ topicsMeant }: Pick<SearchResponse, 'topicsMeant'>, urls: Urls): Markup {
  if (topicsMeant.length === 0) return html``;
  const links = topicsMeant.map(({ slug, name }) => html`<a href="${urls.topic(slug)}">${name}</a>`);
  return html`${topicsMeant.length === 1 ? 'Topic' : 'Topics'}: ${join(links, ', ')}`;
}

/** How many there are, in words, and what is to be known of how the query was read. */
export function summary({ total, isTotalExact, results }: SearchResponse, { page }: SearchAddress): string {
  if (total === 0) return 'No paper found';
  const count = isTotalExact ? formatCount(total, 'paper') : `At least ${formatCount(total, 'paper')}`;
  if (results.length === 0) return `${count}, but none on page ${page}`;
  return page > 1 ? `${count}, page ${page}` : count;
}

/** Links to the page before and the page after, and where between them the reader is, as far as that is known. */
export function resultPager({ total, isTotalExact }: SearchResponse, address: SearchAddress): Markup {
  const pages = Math.ceil(total / resultsPerPage);
  const place =
    pages > 1 && isTotalExact && address.page <= pages
      ? `Page ${formatNumber(address.page)} of ${formatNumber(pages)}`
      : null;
  const link = (page: number, name: string, rel: string) =>
    html`<a class="button" rel="${rel}" href="${writeAddress({ ...address, page })}">${name}</a>`;
  return html`${address.page > 1 && link(address.page - 1, 'Previous', 'prev')}
  ${place !== null && html`<span class="meta">${place}</span>`}
  ${total > address.page * resultsPerPage && link(address.page + 1, 'Next', 'next')}`;
}

/** A link that gives the query a filter; one that it has is marked, and its link takes it away. */
function facetLink(filter: string, name: string, address: SearchAddress): Markup {
  const href = writeAddress({ ...address, q: toggleFilter(address.q, filter), page: 1 });
  const current = hasFilter(address.q, filter) && raw('aria-current="true"');
  return html`<a href="${href}" ${current}>${name}</a>`;
}

/** Links to the same search without each of its filters, for when it found nothing. */
export function withoutFilters(address: SearchAddress): Markup {
  const links = filtersOf(address.q).map((filter) => {
    const href = writeAddress({ ...address, q: toggleFilter(address.q, filter), page: 1 });
    return html`<a href="${href}">${filter}</a>`;
  });
  return links.length === 0 ? html`` : html`Search without ${join(links, ' or ')}. `;
}

/** A list of filters with their counts, which may be too high unless they are `exact`. */
function facetList(
  facets: readonly { filter: string; name: string; count: number }[],
  exact: boolean,
  address: SearchAddress,
): Markup {
  return html`${facets.slice(0, maxFacets).map(({ filter, name, count }) => {
    return html`<li>
      ${facetLink(filter, name, address)}
      <span class="count">${exact ? '' : '≤ '}${formatNumber(count)}</span>
    </li>`;
  })}`;
}

const contentFilters = [
  { filter: 'has:code', name: 'With code' },
  { filter: 'has:math', name: 'With formulas' },
];

/** Filters by what a paper has, which are not counted: that would need a file more. */
export function contentFacets(address: SearchAddress): Markup {
  return html`${contentFilters.map(({ filter, name }) => html`<li>${facetLink(filter, name, address)}</li>`)}`;
}

export function yearFacets(
  { years, isTotalExact }: Pick<SearchResponse, 'years' | 'isTotalExact'>,
  address: SearchAddress,
): Markup {
  return facetList(
    years.map(({ year, count }) => ({ filter: `date:${year}`, name: String(year), count })),
    isTotalExact,
    address,
  );
}

/** `exact`: whether the total is. */
export function topicFacets(topics: readonly TopicCount[], exact: boolean, address: SearchAddress): Markup {
  return facetList(
    topics.map(({ slug, name, count }) => ({ filter: `topic:${slug}`, name, count })),
    exact,
    address,
  );
}
