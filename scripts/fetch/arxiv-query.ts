import { wrongKind } from './quick-look.ts';

export const arxivUrl = 'https://export.arxiv.org';

/** One request in three seconds, as the terms of use of the arXiv API ask. */
export const arxivGapMs = 3_000;

/** A page of results of the arXiv API: `search` as in its user's manual, `start` counts from 0. */
export interface ArxivQuery {
  search: string;
  start: number;
  maxResults: number;
}

/** The address of a query, oldest submissions first. */
export function arxivQueryUrl(baseUrl: string, { search, start, maxResults }: ArxivQuery): string {
  const url = new URL('/api/query', baseUrl);
  url.search = new URLSearchParams({
    search_query: search,
    start: String(start),
    max_results: String(maxResults),
    sortBy: 'submittedDate',
    sortOrder: 'ascending',
  }).toString();
  return url.href;
}

/** The address of the records of arXiv ids. */
export function arxivIdsUrl(baseUrl: string, ids: readonly string[]): string {
  const url = new URL('/api/query', baseUrl);
  url.search = new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) }).toString();
  return url.href;
}

/** How many results the query of an answer has in all; null when the answer does not say. */
export function totalResults(body: Uint8Array): number | null {
  const total = /<opensearch:totalResults[^>]*>\s*(\d+)\s*</.exec(new TextDecoder().decode(body))?.[1];
  return total === undefined ? null : Number(total);
}

/**
 * What is wrong with an answer, or null. arXiv answers overload and mistakes with status 200 as well: with a page cut
 * short, with no entries, or with one that says why.
 */
export function complainOfArxiv(
  body: Uint8Array,
  { start, maxResults }: Omit<ArxivQuery, 'search'>,
): string | null {
  const kind = wrongKind(body, 'XML');
  if (kind !== null) return kind;
  const xml = new TextDecoder().decode(body);
  if (!/<\/feed>\s*$/.test(xml)) return 'the XML is cut off or is no Atom feed';
  if (/<id>[^<]*\/api\/errors/.test(xml)) {
    const said = /<entry>[\s\S]*?<summary[^>]*>([^<]*)/.exec(xml)?.[1]?.trim() ?? 'nothing more';
    return `arXiv says "${said}"`;
  }
  const total = totalResults(body);
  if (total === null) return 'the Atom feed does not say how many results there are';
  const expected = Math.max(0, Math.min(maxResults, total - start));
  const found = xml.split('<entry>').length - 1;
  return found === expected
    ? null
    : `the page has ${found} entries where ${expected} of the ${total} were to come`;
}
