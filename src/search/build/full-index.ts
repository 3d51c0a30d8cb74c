import MiniSearch from 'minisearch';
import type { TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';

const fieldNames = Array.from({ length: filterField + 1 }, (_, field) => String(field));

interface IndexedDocument {
  id: number;
  fields: FieldTerms;
}

/**
 * What MiniSearch keeps its terms in, in place of its radix tree, which it walks letter by letter for each occurrence
 * of a term, and of a map for each term, field and document: terms are numbers already, and documents come in order,
 * so that postings go straight to their places in columns, and only the last one of a list can be asked for again. A
 * list has the postings of a term in a field: documents, and how often each has the term.
 */
class PostingColumns {
  /** The rows of list `i` are those from `starts[i]` to before `ends[i]`. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #frequencies: Uint16Array;
  #term = 0;
  #list = 0;

  constructor(documents: readonly FieldTerms[], termCount: number) {
    this.#starts = new Uint32Array(termCount * fieldNames.length + 1);
    for (const fields of documents)
      fields.forEach((terms, field) => {
        for (const term of terms) this.#starts[listOf(term, field) + 1]!++;
      });
    for (let list = 1; list < this.#starts.length; list++) this.#starts[list]! += this.#starts[list - 1]!;
    this.#ends = this.#starts.slice();
    // There are some more rows than are filled: one for each occurrence of a term.
    const rowCount = this.#starts.at(-1)!;
    this.#documents = new Uint32Array(rowCount);
    this.#frequencies = new Uint16Array(rowCount);
  }

  /** Frequencies by field, then by document, as MiniSearch asks for those of a term. */
  fetch(termOfMiniSearch: number): {
    get(field: number): { get(document: number): number; set(document: number, frequency: number): void };
  } {
    this.#term = termOfMiniSearch - 1;
    return this.#byField;
  }

  readonly #byField = {
    get: (field: number) => {
      this.#list = listOf(this.#term, field);
      return this.#byDocument;
    },
  };

  readonly #byDocument = {
    get: (document: number): number => {
      const row = this.#ends[this.#list]! - 1;
      return row >= this.#starts[this.#list]! && this.#documents[row] === document
        ? this.#frequencies[row]!
        : 0;
    },
    set: (document: number, frequency: number): void => {
      if (frequency === 1) this.#documents[this.#ends[this.#list]!++] = document;
      this.#frequencies[this.#ends[this.#list]! - 1] = frequency;
    },
  };

  count(term: number, field: number): number {
    const list = listOf(term, field);
    return this.#ends[list]! - this.#starts[list]!;
  }

  rows(term: number, field: number): { documents: Uint32Array; frequencies: Uint16Array } {
    const list = listOf(term, field);
    const [start, end] = [this.#starts[list]!, this.#ends[list]!];
    return {
      documents: this.#documents.subarray(start, end),
      frequencies: this.#frequencies.subarray(start, end),
    };
  }
}

const listOf = (term: number, field: number): number => term * fieldNames.length + field;

/** MiniSearch with a view of what it indexed: its serialised form would take as much memory again. */
class ReadableMiniSearch extends MiniSearch<IndexedDocument> {
  readonly #columns: PostingColumns;

  constructor(columns: PostingColumns) {
    super({
      fields: fieldNames,
      extractField: (document, name) =>
        (name === 'id' ? document.id : document.fields[Number(name)]) as unknown as string,
      stringifyField: (value) => value as string,
      tokenize: (terms) => terms as unknown as string[],
      // MiniSearch takes 0 for no term.
      processTerm: (term) => ((term as unknown as number) + 1) as unknown as string,
    });
    this.#columns = columns;
    this._index = columns as unknown as typeof this._index;
  }

  /** What was indexed, as MiniSearch numbers documents and fields. */
  read(): FullIndex {
    const columns = this.#columns;
    const lengths = fieldNames.map((_, field) =>
      Uint16Array.from(
        { length: this.documentCount },
        (_, document) => this._fieldLength.get(document)![field]!,
      ),
    );
    return {
      // MiniSearch has none where there are no documents.
      averageLengths: Array.from({ length: filterField }, (_, field) => this._avgFieldLength[field] ?? 0),
      postings: (term) =>
        lengths.map((lengthOf, field) => {
          if (columns.count(term, field) === 0) return undefined;
          const { documents, frequencies } = columns.rows(term, field);
          return {
            documents,
            frequencies,
            lengths: Uint16Array.from(documents, (document) => lengthOf[document]!),
          };
        }),
      documentCount: (term) => Math.max(...fieldNames.map((_, field) => columns.count(term, field))),
    };
  }
}

/** What the shards are cut from. */
export interface FullIndex {
  /** By text field, as MiniSearch's running average gives it. */
  averageLengths: number[];
  /** The postings of a term by its number; documents by their places in the list that was indexed, ascending. */
  postings(term: number): TermPostings;
  /** The most documents that have a term in one field. */
  documentCount(term: number): number;
}

/**
 * Indexes documents, in the order of their numbers, with MiniSearch, and gives its index term by term. The documents
 * are tokenised already: they have the numbers of their terms, which are below `termCount`.
 */
export function buildFullIndex(documents: readonly FieldTerms[], termCount: number): FullIndex {
  const miniSearch = new ReadableMiniSearch(new PostingColumns(documents, termCount));
  documents.forEach((fields, id) => miniSearch.add({ id, fields }));
  return miniSearch.read();
}
