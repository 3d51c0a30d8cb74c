import { arxivQueryUrl, complainOfArxiv, totalResults } from './arxiv-query.ts';
import type { HttpClient } from './http-client.ts';
import type { DayFile, Source } from './source.ts';

const pageSize = 100;

/**
 * The papers first submitted on a day (UTC) to any of the categories, in files of 100:
 * `arxiv/cs.CL+cs.LG/2025-10-28-1.xml`. The categories are in the path, so that another choice of them is another
 * listing. Papers are announced up to a week after they were submitted, therefore the week.
 */
export function arxivSource(client: HttpClient, baseUrl: string, categories: readonly string[]): Source {
  const listing = [...new Set(categories)].sort();
  const nameOf = (day: string, page: number) => `${day}-${page}.xml`;
  const getPage = (day: string, page: number) => {
    const query = { search: searchOf(listing, day), start: (page - 1) * pageSize, maxResults: pageSize };
    return client.get(arxivQueryUrl(baseUrl, query), (body) => complainOfArxiv(body, query));
  };
  return {
    name: 'arxiv',
    format: 'arxiv-atom',
    folder: `arxiv/${listing.join('+')}`,
    settlingDays: 7,
    hasWeekends: true,
    firstName: (day) => nameOf(day, 1),
    namesOfDay(day, first) {
      const total = totalResults(first);
      return total === null ? null : pagesOf(total).map((page) => nameOf(day, page));
    },
    async download(day) {
      const files: DayFile[] = [];
      let pages = 1;
      for (let page = 1; page <= pages; page += 1) {
        const body = await getPage(day, page);
        const total = totalResults(body)!;
        if (total === 0) return [];
        pages = pagesOf(total).length;
        files.push({ name: nameOf(day, page), body });
      }
      return files;
    },
  };
}

function searchOf(categories: readonly string[], day: string): string {
  const anyCategory = categories.map((category) => `cat:${category}`).join(' OR ');
  const compact = day.replaceAll('-', '');
  return `(${anyCategory}) AND submittedDate:[${compact}0000 TO ${compact}2359]`;
}

const pagesOf = (total: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(total / pageSize)) }, (_, index) => index + 1);
