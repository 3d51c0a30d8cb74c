import MiniSearch from 'minisearch';
import type { Postings, TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';

const fieldNames = Array.from({ length: filterField + 1 }, (_, field) => String(field));

/** Field -> document -> frequency, as MiniSearch has it for each term. */
type TermData = Map<number, Map<number, number>>;

interface IndexedDocument {
  id: number;
  fields: FieldTerms;
}

/**
 * What MiniSearch keeps its terms in, in place of its radix tree, which it walks letter by letter for each occurrence
 * of a term: here terms are numbers already, and prefixes are looked up in the shards.
 */
class NumberedTerms {
  #data: TermData[];

  constructor(termCount: number) {
    this.#data = new Array<TermData>(termCount);
  }

  fetch(term: number, create: () => TermData): TermData {
    return (this.#data[term] ??= create());
  }

  get(term: number): TermData | undefined {
    return this.#data[term];
  }
}

/** MiniSearch with a view of what it indexed: its serialised form would take as much memory again. */
class ReadableMiniSearch extends MiniSearch<IndexedDocument> {
  #terms: NumberedTerms;
  /** By field and document; null until asked for, after all documents were added. */
  #lengths: Uint16Array[] | null = null;

  constructor(termCount: number) {
    super({
      fields: fieldNames,
      extractField: (document, name) =>
        (name === 'id' ? document.id : document.fields[Number(name)]) as unknown as string,
      stringifyField: (value) => value as string,
      tokenize: (terms) => terms as unknown as string[],
      // MiniSearch takes 0 for no term.
      processTerm: (term) => ((term as unknown as number) + 1) as unknown as string,
    });
    this.#terms = new NumberedTerms(termCount + 1);
    this._index = this.#terms as unknown as typeof this._index;
  }

  get averageLengths(): readonly number[] {
    return this._avgFieldLength;
  }

  /** The postings of a term; the numbers of documents and fields are those that MiniSearch gave them in turn. */
  postings(term: number): TermPostings {
    const byField = this.#terms.get(term + 1);
    return fieldNames.map((_, field) => {
      const frequencies = byField?.get(field);
      return frequencies && this.#rows(frequencies, this.#lengthsOf(field));
    });
  }

  #rows(byDocument: ReadonlyMap<number, number>, lengthOf: Uint16Array): Postings {
    const documents = new Uint32Array(byDocument.size);
    const frequencies = new Uint16Array(byDocument.size);
    const lengths = new Uint16Array(byDocument.size);
    let row = 0;
    for (const [document, frequency] of byDocument) {
      documents[row] = document;
      frequencies[row] = frequency;
      lengths[row++] = lengthOf[document]!;
    }
    return { documents, frequencies, lengths };
  }

  #lengthsOf(field: number): Uint16Array {
    this.#lengths ??= fieldNames.map((_, each) =>
      Uint16Array.from(
        { length: this.documentCount },
        (_, document) => this._fieldLength.get(document)![each]!,
      ),
    );
    return this.#lengths[field]!;
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
  const miniSearch = new ReadableMiniSearch(termCount);
  miniSearch.addAll(documents.map((fields, id) => ({ id, fields })));
  return {
    averageLengths: miniSearch.averageLengths.slice(0, filterField),
    postings: (term) => miniSearch.postings(term),
  };
}
