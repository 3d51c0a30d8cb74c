import { filterField } from '#search/options.ts';
import type { SearchDocument } from '#search/schema.ts';
import { fieldTerms, type FieldTerms } from './field-terms.ts';
import { storeDocument } from './store-documents.ts';
import { TermIds } from './term-ids.ts';

/** What an index has of a document: the numbers of its terms, and its bytes in a bundle. */
export interface TokenizedDocument {
  fields: FieldTerms;
  stored: Uint8Array;
}

/** Tokenised documents for the next time. */
export interface KeptTokens {
  /** The topics whose places here are their numbers in the bytes. */
  topics: readonly string[];
  terms: readonly string[];
  keys: readonly string[];
  /** For each document how many terms each of its fields has, then how many bytes. */
  sizes: Uint32Array;
  /** The numbers of the terms of all documents, one after the other. */
  ids: Uint32Array;
  /** The bytes of all documents, one after the other. */
  stored: Uint8Array;
}

const fieldCount = filterField + 1;

/**
 * Tokenises documents. Those that were kept are not read again. `keys` has digests, by their slugs, of everything that
 * documents have; the others are not kept.
 */
export class DocumentTokenizer {
  readonly #keys: ReadonlyMap<string, string>;
  readonly #kept: KeptTokens | undefined;
  #topics: readonly string[] = [];
  #terms: readonly string[] = [];
  readonly #tokenized = new Map<string, TokenizedDocument>();

  /** `kept`: what `keep` answered, by the same code. */
  constructor(keys: ReadonlyMap<string, string> = new Map(), kept?: KeptTokens) {
    this.#keys = keys;
    this.#kept = kept;
  }

  /** Tokenises all documents, which have these topics: to be called once. */
  tokenize(documents: readonly SearchDocument[], topics: readonly string[]): TokenizedDocument[] {
    this.#topics = topics;
    const kept = this.#kept?.topics.join('\n') === topics.join('\n') ? this.#kept : undefined;
    const known = kept === undefined ? new Map<string, TokenizedDocument>() : byKey(kept);
    const ids = new TermIds(kept?.terms);
    this.#terms = ids.terms;
    const topicIndexes = new Map(topics.map((slug, i) => [slug, i]));
    return documents.map((document) => {
      const key = this.#keys.get(document.slug);
      const tokenized =
        (key === undefined ? undefined : known.get(key)) ?? tokenizedDocument(document, ids, topicIndexes);
      if (key !== undefined) this.#tokenized.set(key, tokenized);
      return tokenized;
    });
  }

  /** The terms by their numbers; some may be of no document any more. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** The documents that have keys, for the next time; terms are numbered anew, since some may be of none. */
  keep(): KeptTokens {
    const documents = [...this.#tokenized.values()];
    const lists = documents.flatMap(({ fields }) => fields);
    const numbers = new Int32Array(this.#terms.length).fill(-1);
    const terms: string[] = [];
    const ids = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists)
      for (const id of list) {
        if (numbers[id]! < 0) numbers[id] = terms.push(this.#terms[id]!) - 1;
        ids[at++] = numbers[id]!;
      }
    return {
      topics: this.#topics,
      terms,
      keys: [...this.#tokenized.keys()],
      sizes: Uint32Array.from(
        documents.flatMap(({ fields, stored }) => [...fields.map(({ length }) => length), stored.length]),
      ),
      ids,
      stored: Buffer.concat(documents.map(({ stored }) => stored)),
    };
  }
}

function tokenizedDocument(
  document: SearchDocument,
  ids: TermIds,
  topicIndexes: ReadonlyMap<string, number>,
): TokenizedDocument {
  // A document may read its texts anew each time that it is asked for them.
  const read = { ...document };
  return { fields: fieldTerms(read, ids), stored: storeDocument(read, topicIndexes) };
}

/** Kept documents by their keys. */
function byKey({ keys, sizes, ids, stored }: KeptTokens): Map<string, TokenizedDocument> {
  const known = new Map<string, TokenizedDocument>();
  let [size, id, byte] = [0, 0, 0];
  const take = (): Uint32Array => ids.subarray(id, (id += sizes[size++]!));
  for (const key of keys) {
    const fields = Array.from({ length: fieldCount }, take);
    known.set(key, { fields, stored: stored.subarray(byte, (byte += sizes[size++]!)) });
  }
  return known;
}
