import { citationKeys } from './citation-key.ts';
import { splitName, type Name } from './names.ts';
import type { CitationRecord } from './schema.ts';

/** An item of CSL-JSON 1.0.2, as far as references to preprints need it. */
export interface CslItem {
  id: string;
  type: 'article';
  title: string;
  author?: Name[];
  issued?: { 'date-parts': number[][] };
  number?: string;
  publisher?: string;
  DOI?: string;
  URL: string;
}

/** CSL-JSON items of papers, in their order. Unknown fields are left out. */
export function cslJson(records: readonly CitationRecord[]): CslItem[] {
  const keys = citationKeys(records);
  return records.map(({ title, authors, moreAuthors, date, arxivId, doi, url }, index) => ({
    id: keys[index]!,
    type: 'article',
    title,
    ...(authors.length === 0
      ? {}
      : { author: [...authors.map(splitName), ...(moreAuthors > 0 ? [{ literal: 'et al.' }] : [])] }),
    ...(date === null ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(arxivId === null ? {} : { number: `arXiv:${arxivId}`, publisher: 'arXiv' }),
    ...(doi === null ? {} : { DOI: doi }),
    URL: url,
  }));
}
