import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';

const fieldCount = filterField + 1;
const fieldNames = Array.from({ length: fieldCount }, (_, field) => String(field));

/** What the shards are cut from. */
export interface FullIndex {
  /** By text field, as MiniSearch's running average gives it. */
  averageLengths: number[];
  /** The postings of a term; documents by their places in the list that was indexed. */
  postings(term: string): TermPostings;
}

/**
 * Indexes documents, in the order of their numbers, with MiniSearch, and gives its index term by term. The documents
 * are tokenised already: `terms` names the terms that they have the numbers of.
 */
export function buildFullIndex(documents: readonly FieldTerms[], terms: readonly string[]): FullIndex {
  const miniSearch = new MiniSearch<{ id: number; fields: FieldTerms }>({
    fields: fieldNames,
    extractField: (document, name) =>
      (name === 'id' ? document.id : document.fields[Number(name)]) as unknown as string,
    stringifyField: (value) => value as string,
    tokenize: (ids) => Array.from(ids as unknown as Uint32Array, (id) => terms[id]!),
    processTerm: (term) => term,
  });
  miniSearch.addAll(documents.map((fields, id) => ({ id, fields })));
  const { index, fieldLength, averageFieldLength } = miniSearch.toJSON();
  const lengths = fieldLength as Record<number, readonly number[]>;
  const byTerm = new Map(index);
  return {
    averageLengths: averageFieldLength.slice(0, filterField),
    postings: (term) => postingsOf(byTerm.get(term) ?? {}, lengths),
  };
}

type TermEntry = AsPlainObject['index'][number][1];

function postingsOf(entry: TermEntry, lengths: Record<number, readonly number[]>): TermPostings {
  return fieldNames.map((field) => {
    const frequencies = entry[field];
    if (frequencies === undefined) return undefined;
    const documents = Uint32Array.from(Object.keys(frequencies), Number).sort();
    return {
      documents,
      frequencies: Uint16Array.from(documents, (document) => frequencies[document]!),
      lengths: Uint16Array.from(documents, (document) => lengths[document]![Number(field)]!),
    };
  });
}
