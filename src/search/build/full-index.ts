import MiniSearch from 'minisearch';
import type { Postings, TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';

const fieldNames = Array.from({ length: filterField + 1 }, (_, field) => String(field));

/** Field -> document -> frequency, as MiniSearch has it for each term. */
type TermData = Map<number, Map<number, number>>;

/**
 * Documents after which MiniSearch's maps are packed. All at once they take a gigabyte for 100,000 papers, and each
 * posting a longer way to memory.
 */
const packedAtOnce = 8192;

interface IndexedDocument {
  id: number;
  fields: FieldTerms;
}

/**
 * What MiniSearch keeps its terms in, in place of its radix tree, which it walks letter by letter for each occurrence
 * of a term: here terms are numbers already, and prefixes are looked up in the shards.
 */
class NumberedTerms {
  #data: (TermData | undefined)[];

  constructor(termCount: number) {
    this.#data = new Array(termCount);
  }

  fetch(term: number, create: () => TermData): TermData {
    return (this.#data[term] ??= create());
  }

  /** Gives what there is as columns, and forgets it. */
  take(): PackedPostings {
    const packed = new PackedPostings(this.#data);
    this.#data = new Array(this.#data.length);
    return packed;
  }
}

/** The postings of all terms of some documents in a few large arrays: a tenth of what the maps take. */
class PackedPostings {
  /** By term and field, where its rows begin. */
  #starts: Uint32Array;
  #documents: Uint32Array;
  #frequencies: Uint16Array;

  constructor(data: readonly (TermData | undefined)[]) {
    this.#starts = new Uint32Array(data.length * fieldNames.length + 1);
    let size = 0;
    for (let term = 0; term < data.length; term++) {
      for (let field = 0; field < fieldNames.length; field++) {
        this.#starts[term * fieldNames.length + field] = size;
        size += data[term]?.get(field)?.size ?? 0;
      }
    }
    this.#starts[data.length * fieldNames.length] = size;
    this.#documents = new Uint32Array(size);
    this.#frequencies = new Uint16Array(size);
    let row = 0;
    for (const byField of data) {
      for (let field = 0; byField !== undefined && field < fieldNames.length; field++) {
        for (const [document, frequency] of byField.get(field) ?? []) {
          this.#documents[row] = document;
          this.#frequencies[row++] = frequency;
        }
      }
    }
  }

  rows(term: number, field: number): { documents: Uint32Array; frequencies: Uint16Array } {
    const list = term * fieldNames.length + field;
    const start = this.#starts[list];
    const end = this.#starts[list + 1];
    return {
      documents: this.#documents.subarray(start, end),
      frequencies: this.#frequencies.subarray(start, end),
    };
  }
}

/** MiniSearch with a view of what it indexed: its serialised form would take as much memory again. */
class ReadableMiniSearch extends MiniSearch<IndexedDocument> {
  #terms: NumberedTerms;
  #parts: PackedPostings[] = [];
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

  /** Packs the postings of the documents that were added since the last time. */
  pack(): void {
    this.#parts.push(this.#terms.take());
  }

  /** The packed postings of a term; the numbers of documents and fields are those that MiniSearch gave them in turn. */
  postings(term: number): TermPostings {
    return fieldNames.map((_, field) => {
      const parts = this.#parts.map((part) => part.rows(term + 1, field));
      const size = parts.reduce((sum, { documents }) => sum + documents.length, 0);
      return size === 0 ? undefined : this.#joined(parts, size, this.#lengthsOf(field));
    });
  }

  #joined(
    parts: readonly { documents: Uint32Array; frequencies: Uint16Array }[],
    size: number,
    lengthOf: Uint16Array,
  ): Postings {
    const documents = new Uint32Array(size);
    const frequencies = new Uint16Array(size);
    let row = 0;
    for (const part of parts) {
      documents.set(part.documents, row);
      frequencies.set(part.frequencies, row);
      row += part.documents.length;
    }
    const lengths = new Uint16Array(size);
    for (let i = 0; i < size; i++) lengths[i] = lengthOf[documents[i]!]!;
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
  for (let start = 0; start < documents.length; start += packedAtOnce) {
    const part = documents.slice(start, start + packedAtOnce);
    miniSearch.addAll(part.map((fields, i) => ({ id: start + i, fields })));
    miniSearch.pack();
  }
  return {
    averageLengths: miniSearch.averageLengths.slice(0, filterField),
    postings: (term) => miniSearch.postings(term),
  };
}
