import { abstractField, filterField } from '#search/options.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { SearchFormatError } from './format-error.ts';
import { lastNotAbove, readTerm, writeTerm } from './term-list.ts';

/** Text fields and the pseudo-field of filters. */
const fieldCount = filterField + 1;

/** The documents with a term in one field, ascending, how often each has it, and the length of the field in each. */
export interface Postings {
  documents: Uint32Array;
  frequencies: Uint16Array;
  lengths: Uint16Array;
}

/** The postings of a term by number of field. */
export type TermPostings = (Postings | undefined)[];

/**
 * Writes consecutive terms as four columns (terms and counts; document gaps with a bit for "more than once";
 * frequencies above 1; field lengths, except those of abstracts, which follow from the order of the documents).
 */
export class TermShardWriter {
  #headers = new ByteWriter();
  #gaps = new ByteWriter();
  #frequencies = new ByteWriter();
  #lengths = new ByteWriter();
  #previous = '';
  termCount = 0;

  get byteLength(): number {
    return this.#headers.length + this.#gaps.length + this.#frequencies.length + this.#lengths.length;
  }

  /** Terms must come in ascending order of code units. */
  add(term: string, postings: TermPostings): void {
    writeTerm(this.#headers, term, this.#previous);
    this.#previous = term;
    this.termCount++;
    let mask = 0;
    postings.forEach((list, field) => (mask |= list ? 1 << field : 0));
    this.#headers.byte(mask);
    postings.forEach((list, field) => {
      if (list) this.#addField(list, field);
    });
  }

  #addField({ documents, frequencies, lengths }: Postings, field: number): void {
    this.#headers.integer(documents.length);
    let expected = 0;
    documents.forEach((document, i) => {
      const gap = document - expected;
      expected = document + 1;
      if (field === filterField) return this.#gaps.integer(gap);
      const frequency = frequencies[i] as number;
      this.#gaps.integer(gap * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) this.#frequencies.integer(frequency - 2);
      if (field !== abstractField) this.#lengths.integer(lengths[i] as number);
    });
  }

  finish(): Uint8Array {
    const columns = [this.#headers, this.#gaps, this.#frequencies, this.#lengths];
    const out = new ByteWriter();
    out.integer(this.termCount);
    for (const column of columns) out.integer(column.length);
    for (const column of columns) out.bytes(column.finish());
    return out.finish();
  }
}

/** A decoded shard: flat columns, and by term and field where their rows begin. */
export class TermShard {
  readonly terms: string[] = [];
  #starts: Uint32Array;
  #documents: Uint32Array;
  #frequencies: Uint16Array;
  #lengths: Uint16Array;

  /** @throws SearchFormatError when the payload is not a shard of a corpus of `abstractLengths.length` documents. */
  constructor(payload: Uint8Array, abstractLengths: Uint16Array) {
    const input = new ByteReader(payload);
    const termCount = input.count(3);
    const sizes = [input.integer(), input.integer(), input.integer(), input.integer()] as const;
    const headers = new ByteReader(input.take(sizes[0]));
    const gaps = new ByteReader(input.take(sizes[1]));
    const frequencies = new ByteReader(input.take(sizes[2]));
    const lengths = new ByteReader(input.take(sizes[3]));

    this.#starts = new Uint32Array(termCount * fieldCount + 1);
    let total = 0;
    for (let i = 0; i < termCount; i++) {
      this.terms.push(readTerm(headers, this.terms[i - 1] ?? ''));
      const mask = headers.byte();
      for (let field = 0; field < fieldCount; field++) {
        if (mask & (1 << field)) total += headers.integer();
        this.#starts[i * fieldCount + field + 1] = total;
      }
    }
    if (total > gaps.remaining) throw new SearchFormatError('it ends too early');
    this.#documents = new Uint32Array(total);
    this.#frequencies = new Uint16Array(total);
    this.#lengths = new Uint16Array(total);
    for (let list = 0; list < termCount * fieldCount; list++) {
      const field = list % fieldCount;
      let document = -1;
      for (let row = this.#starts[list] as number; row < (this.#starts[list + 1] as number); row++) {
        const gap = gaps.integer();
        const isText = field !== filterField;
        document += (isText ? gap >>> 1 : gap) + 1;
        if (document >= abstractLengths.length)
          throw new SearchFormatError('it has documents the index has not');
        this.#documents[row] = document;
        this.#frequencies[row] = isText && gap & 1 ? frequencies.integer() + 2 : 1;
        this.#lengths[row] =
          field === abstractField ? (abstractLengths[document] as number) : isText ? lengths.integer() : 1;
      }
    }
  }

  /** Bytes that the decoded columns take in memory, roughly. */
  get heapBytes(): number {
    return this.#documents.length * 8 + this.terms.length * 60;
  }

  /** The terms from `from` to `to`, both included, with views of their postings. */
  between(from: string, to: string): { term: string; postings: TermPostings }[] {
    const found: { term: string; postings: TermPostings }[] = [];
    const start = lastNotAbove(this.terms, from);
    for (let index = Math.max(0, start); index < this.terms.length; index++) {
      const term = this.terms[index] as string;
      if (term > to) break;
      if (term >= from) found.push({ term, postings: this.#postings(index) });
    }
    return found;
  }

  #postings(index: number): TermPostings {
    const fields: TermPostings = [];
    for (let field = 0; field < fieldCount; field++) {
      const start = this.#starts[index * fieldCount + field];
      const end = this.#starts[index * fieldCount + field + 1];
      fields.push(
        start === end
          ? undefined
          : {
              documents: this.#documents.subarray(start, end),
              frequencies: this.#frequencies.subarray(start, end),
              lengths: this.#lengths.subarray(start, end),
            },
      );
    }
    return fields;
  }
}
