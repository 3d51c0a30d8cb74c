import type { HttpClient } from './http-client.ts';
import { wrongKind } from './quick-look.ts';
import type { DayFile, Source } from './source.ts';

export const arxivUrl = 'https://export.arxiv.org';

/** One request in three seconds, as the terms of use of the arXiv API ask. */
export const arxivGapMs = 3_000;

const pageSize = 100;

/** How an arXiv category is written: `cs.LG`, `math-ph`, `astro-ph.CO`. */
export const categoryPattern = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)+)?$/;

/**
 * The papers first submitted on a day (UTC) to any of the categories, in files of 100:
 * `arxiv/cs.CL+cs.LG/2025-10-28-1.xml`. The categories are in the path, so that another choice of them is another
 * listing. Papers are announced up to a week after they were submitted, therefore the week.
 */
export function arxivSource(client: HttpClient, baseUrl: string, categories: readonly string[]): Source {
  const listing = [...new Set(categories)].sort();
  const nameOf = (day: string, page: number) => `${day}-${page}.xml`;
  const getPage = (day: string, page: number) => {
    const start = (page - 1) * pageSize;
    return client.get(queryUrl(baseUrl, listing, day, start), (body) => complain(body, start));
  };
  return {
    name: 'arxiv',
    format: 'arxiv-atom',
    folder: `arxiv/${listing.join('+')}`,
    settlingDays: 7,
    hasWeekends: true,
    firstName: (day) => nameOf(day, 1),
    namesOfDay(day, first) {
      const total = totalOf(new TextDecoder().decode(first));
      return total === null ? null : pagesOf(total).map((page) => nameOf(day, page));
    },
    async download(day) {
      const files: DayFile[] = [];
      let pages = 1;
      for (let page = 1; page <= pages; page += 1) {
        const body = await getPage(day, page);
        const total = totalOf(new TextDecoder().decode(body))!;
        if (total === 0) return [];
        pages = pagesOf(total).length;
        files.push({ name: nameOf(day, page), body });
      }
      return files;
    },
  };
}

function queryUrl(baseUrl: string, categories: readonly string[], day: string, start: number): string {
  const anyCategory = categories.map((category) => `cat:${category}`).join(' OR ');
  const compact = day.replaceAll('-', '');
  const url = new URL('/api/query', baseUrl);
  url.search = new URLSearchParams({
    search_query: `(${anyCategory}) AND submittedDate:[${compact}0000 TO ${compact}2359]`,
    start: String(start),
    max_results: String(pageSize),
    sortBy: 'submittedDate',
    sortOrder: 'ascending',
  }).toString();
  return url.href;
}

const pagesOf = (total: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(total / pageSize)) }, (_, index) => index + 1);

function totalOf(xml: string): number | null {
  const total = /<opensearch:totalResults[^>]*>\s*(\d+)\s*</.exec(xml)?.[1];
  return total === undefined ? null : Number(total);
}

/** arXiv answers overload and mistakes with status 200 as well: a page cut short, no entries, or one that says why. */
function complain(body: Uint8Array, start: number): string | null {
  const kind = wrongKind(body, 'XML');
  if (kind !== null) return kind;
  const xml = new TextDecoder().decode(body);
  if (!/<\/feed>\s*$/.test(xml)) return 'the XML is cut off or is no Atom feed';
  if (/<id>[^<]*\/api\/errors/.test(xml)) {
    const said = /<summary[^>]*>([^<]*)/.exec(xml)?.[1]?.trim() ?? 'nothing more';
    return `arXiv says "${said}"`;
  }
  const total = totalOf(xml);
  if (total === null) return 'the Atom feed does not say how many results there are';
  const expected = Math.max(0, Math.min(pageSize, total - start));
  const found = xml.split('<entry>').length - 1;
  return found === expected
    ? null
    : `the page has ${found} entries where ${expected} of the ${total} were to come`;
}
