import MiniSearch from 'minisearch';
import type { TermPostings } from '#search/format/term-shard.ts';
import { filterField } from '#search/options.ts';
import type { FieldTerms } from './field-terms.ts';

const fieldNames = Array.from({ length: filterField + 1 }, (_, field) => String(field));

/** Field -> document -> frequency, as MiniSearch has it for each term. */
type TermData = Map<number, Map<number, number>>;

/**
 * Documents after which MiniSearch's maps are put into columns. All at once they take a gigabyte for 100,000 papers, and each
 * posting a longer way to memory.
 */
const documentsAtOnce = 8192;

interface IndexedDocument {
  id: number;
  fields: FieldTerms;
}

/** Postings, one a row: a document of a list, and how often it has the term. Lists are numbered by term, then field. */
interface PostingRows {
  lists: Uint32Array;
  documents: Uint32Array;
  frequencies: Uint16Array;
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

  /** Gives what there is, in a tenth of the memory, and forgets it. */
  take(): PostingRows {
    let size = 0;
    for (const byField of this.#data)
      if (byField !== undefined) for (const byDocument of byField.values()) size += byDocument.size;
    const rows: PostingRows = {
      lists: new Uint32Array(size),
      documents: new Uint32Array(size),
      frequencies: new Uint16Array(size),
    };
    let row = 0;
    this.#data.forEach((byField, term) => {
      for (const [field, byDocument] of byField!)
        for (const [document, frequency] of byDocument) {
          rows.lists[row] = term * fieldNames.length + field;
          rows.documents[row] = document;
          rows.frequencies[row++] = frequency;
        }
    });
    this.#data = new Array(this.#data.length);
    return rows;
  }
}

/** Postings list by list: those of list `i` are the rows from `starts[i]` to before `starts[i + 1]`. */
interface PostingLists {
  starts: Uint32Array;
  documents: Uint32Array;
  frequencies: Uint16Array;
}

/** Sorts postings by list; within one they stay in order. Takes the parts off their list one by one, to be forgotten. */
function listPostings(parts: PostingRows[], listCount: number): PostingLists {
  const starts = new Uint32Array(listCount + 1);
  for (const { lists } of parts) for (const list of lists) starts[list + 1]!++;
  for (let list = 0; list < listCount; list++) starts[list + 1]! += starts[list]!;
  const size = starts[listCount]!;
  const documents = new Uint32Array(size);
  const frequencies = new Uint16Array(size);
  const places = starts.slice();
  for (let part; (part = parts.shift());)
    for (let row = 0; row < part.lists.length; row++) {
      const place = places[part.lists[row]!]!++;
      documents[place] = part.documents[row]!;
      frequencies[place] = part.frequencies[row]!;
    }
  return { starts, documents, frequencies };
}

/** MiniSearch with a view of what it indexed: its serialised form would take as much memory again. */
class ReadableMiniSearch extends MiniSearch<IndexedDocument> {
  readonly #terms: NumberedTerms;
  readonly #parts: PostingRows[] = [];

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

  /** Puts the postings of the documents that were added since the last time into columns. */
  pack(): void {
    this.#parts.push(this.#terms.take());
  }

  /** What was packed, as MiniSearch numbers documents and fields; to be called once, in the end. */
  take(termCount: number): FullIndex {
    const { starts, documents, frequencies } = listPostings(this.#parts, (termCount + 1) * fieldNames.length);
    const lengths = fieldNames.map((_, field) =>
      Uint16Array.from(
        { length: this.documentCount },
        (_, document) => this._fieldLength.get(document)![field]!,
      ),
    );
    const rowsOf = (term: number, field: number): [start: number, end: number] => {
      const list = (term + 1) * fieldNames.length + field;
      return [starts[list]!, starts[list + 1]!];
    };
    return {
      // MiniSearch has none where there are no documents.
      averageLengths: Array.from({ length: filterField }, (_, field) => this._avgFieldLength[field] ?? 0),
      postings: (term) =>
        lengths.map((lengthOf, field) => {
          const [start, end] = rowsOf(term, field);
          if (start === end) return undefined;
          const own = documents.subarray(start, end);
          return {
            documents: own,
            frequencies: frequencies.subarray(start, end),
            lengths: Uint16Array.from(own, (document) => lengthOf[document]!),
          };
        }),
      documentCount: (term) => {
        const counts = fieldNames.map((_, field) => {
          const [start, end] = rowsOf(term, field);
          return end - start;
        });
        return Math.max(...counts);
      },
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
  const miniSearch = new ReadableMiniSearch(termCount);
  for (let start = 0; start < documents.length; start += documentsAtOnce) {
    const part = documents.slice(start, start + documentsAtOnce);
    miniSearch.addAll(part.map((fields, i) => ({ id: start + i, fields })));
    miniSearch.pack();
  }
  return miniSearch.take(termCount);
}
