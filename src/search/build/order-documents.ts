import { abstractField } from '#search/options.ts';
import type { YearRun } from '#search/format/core.ts';
import { dateOf, type SearchDocument } from '#search/schema.ts';
import type { TokenizedDocument } from './document-tokenizer.ts';

/** A document ready to be numbered. */
interface UnorderedDocument extends TokenizedDocument {
  document: SearchDocument;
}

export interface OrderedDocuments {
  documents: TokenizedDocument[];
  years: YearRun[];
}

/** The year of a date; 0 for none. */
function yearOf(date: string | null): number {
  return date === null ? 0 : Number(date.slice(0, 4));
}

/** How many different ones are among numbers. */
function differentTerms(terms: Uint32Array): number {
  const sorted = terms.slice().sort();
  let count = 0;
  sorted.forEach((term, i) => {
    if (term !== sorted[i - 1]) count++;
  });
  return count;
}

/**
 * Numbers documents by year, then length of the abstract (its different terms), so that both follow from the number
 * and need not be stored with each document: exact scores for a few bytes. Documents of one length go by their size
 * in a bundle, up and down in turn, which keeps neighbours' sizes, and so their slots, alike.
 */
export function orderDocuments(documents: readonly UnorderedDocument[]): OrderedDocuments {
  const keyed = documents.map((tokenized) => ({
    tokenized,
    year: yearOf(dateOf(tokenized.document)),
    length: differentTerms(tokenized.fields[abstractField]!),
    size: tokenized.stored.length,
    slug: tokenized.document.slug,
  }));
  keyed.sort(
    (a, b) =>
      a.year - b.year ||
      a.length - b.length ||
      (a.length % 2 === 0 ? a.size - b.size : b.size - a.size) ||
      (a.slug < b.slug ? -1 : 1),
  );
  const years: YearRun[] = [];
  for (const { year, length } of keyed) {
    let run = years.at(-1);
    if (run?.year !== year) years.push((run = { year, abstractLengths: [] }));
    run.abstractLengths.push(length);
  }
  return { documents: keyed.map(({ tokenized }) => tokenized), years };
}
