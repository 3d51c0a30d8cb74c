import MiniSearch from 'minisearch';
import type { Postings, TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';
import { shortNames } from './short-names.ts';

const fieldNames = Array.from({ length: filterField + 1 }, (_, field) => String(field));

interface IndexedDocument {
  id: number;
  fields: FieldTerms;
}

/** MiniSearch with a view of what it indexed: its serialised form would take as much memory again. */
class ReadableMiniSearch extends MiniSearch<IndexedDocument> {
  get averageLengths(): readonly number[] {
    return this._avgFieldLength;
  }

  /** The postings of a term; the numbers of documents and fields are those that MiniSearch gave them in turn. */
  postings(term: string): TermPostings {
    const byField = this._index.get(term);
    return fieldNames.map((_, field) => {
      const frequencies = byField?.get(field);
      return frequencies && this.#rows(frequencies, field);
    });
  }

  #rows(frequencies: ReadonlyMap<number, number>, field: number): Postings {
    const documents = Uint32Array.from(frequencies.keys());
    return {
      documents,
      frequencies: Uint16Array.from(frequencies.values()),
      lengths: Uint16Array.from(documents, (document) => this._fieldLength.get(document)![field]!),
    };
  }
}

/** What the shards are cut from. */
export interface FullIndex {
  /** By text field, as MiniSearch's running average gives it. */
  averageLengths: number[];
  /** The postings of a term by its number; documents by their places in the list that was indexed, ascending. */
  postings(term: number): TermPostings;
}

/**
 * Indexes documents, in the order of their numbers, with MiniSearch, and gives its index term by term. The documents
 * are tokenised already: they have the numbers of their terms, which are below `termCount`.
 */
export function buildFullIndex(documents: readonly FieldTerms[], termCount: number): FullIndex {
  const names = shortNames(countTerms(documents, termCount));
  const miniSearch = new ReadableMiniSearch({
    fields: fieldNames,
    extractField: (document, name) =>
      (name === 'id' ? document.id : document.fields[Number(name)]) as unknown as string,
    stringifyField: (value) => value as string,
    tokenize: (terms) => Array.from(terms as unknown as Uint32Array, (term) => names[term]!),
    processTerm: (name) => name,
  });
  miniSearch.addAll(documents.map((fields, id) => ({ id, fields })));
  return {
    averageLengths: miniSearch.averageLengths.slice(0, filterField),
    postings: (term) => miniSearch.postings(names[term]!),
  };
}

/** How often each term comes. */
function countTerms(documents: readonly FieldTerms[], termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount);
  for (const fields of documents) for (const terms of fields) for (const term of terms) counts[term]!++;
  return counts;
}
