/**
 * What a reference to a paper is made of: all that is known, in a form that needs nothing else, so that the browser
 * can keep it of saved papers and write references from it.
 *
 * - `title`: plain, with its mathematics in Unicode. `texTitle`: for BibTeX, with its mathematics in TeX.
 * - `moreAuthors`: how many are not among `authors`, which references then end with “and others”.
 * - `date`: of publication, ISO, a year (`2017`), a month (`2017-06`) or a day.
 * - `url`: where the paper is to be read: at arXiv, by its DOI, else on the site.
 */
export interface CitationRecord {
  id: string;
  slug: string;
  title: string;
  texTitle: string;
  authors: readonly string[];
  moreAuthors: number;
  date: string | null;
  arxivId: string | null;
  primaryClass: string | null;
  doi: string | null;
  url: string;
}
