import { sortOrders, type SortOrder } from '#search/client/search-response.ts';

/** What the address of the search page says: the query, its order, and the page of its results, from 1. */
export interface SearchAddress {
  q: string;
  sort: SortOrder;
  page: number;
}

/** Pages that can be asked for. */
const maxPage = 1000;

/** Reads the query string of an address; what it does not say, or says wrongly, has its default. */
export function readAddress(queryString: string): SearchAddress {
  const parameters = new URLSearchParams(queryString);
  const sort = parameters.get('sort');
  const page = Number(parameters.get('page') ?? 1);
  return {
    q: parameters.get('q') ?? '',
    sort: sortOrders.find((order) => order === sort) ?? sortOrders[0],
    page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
  };
}

/** The query string of an address, `?` included; defaults are left out. */
export function writeAddress({ q, sort, page }: SearchAddress): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text === '' ? '?' : `?${text}`;
}

/**
 * The query with a filter (`topic:…`, `date:…`) added, or taken away where it has it. The rest stays to the letter, and
 * at the end: its last word may be unfinished, and its last quotation mark open.
 */
export function toggleFilter(q: string, filter: string): string {
  const parts = q.match(/\S+\s*/g) ?? [];
  const others = parts.filter((part) => part.trimEnd() !== filter);
  if (others.length < parts.length) return others.join('');
  return parts.length === 0 ? filter : `${filter} ${q.trimStart()}`;
}

/** The filters of a query that `toggleFilter` takes away. */
export function filtersOf(q: string): string[] {
  return [...new Set(q.match(/(?<!\S)-?(?:topics?|date|year|has):[^\s"“”„]+(?!\S)/giu))];
}

/** Whether a query has a filter. */
export function hasFilter(q: string, filter: string): boolean {
  return q.split(/\s+/).includes(filter);
}
