import { hash } from 'node:crypto';
import { eachTerm, surfaceOf } from './terms.ts';
import { onceForForm } from './words.ts';

/** The texts of a document. */
export interface Texts {
  title: string;
  abstract: string;
}

/** The terms of both texts of a document, in order, a code each: the number of a spelling times four, and two flags. */
export interface CodedDocument {
  title: Uint32Array;
  abstract: Uint32Array;
}

/** The flags of a code: whether the term says something alone, and whether it makes a pair with the one before. */
export const aloneFlag = 1;
export const pairsFlag = 2;

/** The spelling that a code stands for. */
export const spellingOf = (code: number): number => code >>> 2;

/** How stems are written: for each spelling the number of its stem, and the text; the stems by their numbers. */
export interface Spellings {
  stems: readonly number[];
  texts: readonly string[];
  stemTexts: readonly string[];
}

/**
 * Coded documents for the next time: their keys, lengths of title and abstract in turn, and codes one after the other.
 */
export interface KeptTerms {
  /** Lines of a stem, a tab and how it is written. */
  spellings: string;
  keys: string[];
  lengths: Uint32Array;
  codes: Uint32Array;
}

/** What tells the texts of a document from others. */
export const keyOfTexts = ({ title, abstract }: Texts): string =>
  hash('sha256', JSON.stringify([title, abstract]), 'base64url');

/** Finds the terms of documents, and turns them to numbers. Documents that were kept need not be read again. */
export class TermCoder {
  readonly #stems = new Map<string, number>();
  readonly #stemTexts: string[] = [];
  readonly #spellings = new Map<string, number>();
  readonly #spellingStems: number[] = [];
  readonly #spellingTexts: string[] = [];
  readonly #spellingOf = onceForForm((form) => this.#spelling(`${form.stem}\t${surfaceOf(form)}`));
  readonly #kept = new Map<string, CodedDocument>();
  readonly #coded = new Map<string, CodedDocument>();

  /** `kept`: what `keep` answered, by the same code. */
  constructor(kept?: KeptTerms) {
    if (kept === undefined) return;
    if (kept.spellings !== '') for (const spelling of kept.spellings.split('\n')) this.#spelling(spelling);
    let start = 0;
    const take = (length: number): Uint32Array => kept.codes.subarray(start, (start += length));
    kept.keys.forEach((key, place) => {
      const title = take(kept.lengths[2 * place]!);
      this.#kept.set(key, { title, abstract: take(kept.lengths[2 * place + 1]!) });
    });
  }

  /** The codes of a document, which are those of this coder alone. `key`: what `keyOfTexts` says of it. */
  code({ title, abstract }: Texts, key = keyOfTexts({ title, abstract })): CodedDocument {
    const coded = this.#kept.get(key) ?? { title: this.#code(title), abstract: this.#code(abstract) };
    this.#coded.set(key, coded);
    return coded;
  }

  /** All spellings that any code stands for. */
  get spellings(): Spellings {
    return { stems: this.#spellingStems, texts: this.#spellingTexts, stemTexts: this.#stemTexts };
  }

  /** Whether this coder has coded the documents that were kept and no others. */
  get isAsKept(): boolean {
    return this.#coded.size === this.#kept.size && this.#coded.keys().every((key) => this.#kept.has(key));
  }

  /** The documents that were coded, for the next time; spellings are numbered anew, since some may be of none. */
  keep(): KeptTerms {
    const numbers = new Map<number, number>();
    const parts = [...this.#coded.values()].flatMap(({ title, abstract }) => [title, abstract]);
    const codes = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts)
      for (const code of part) {
        const spelling = spellingOf(code);
        let number = numbers.get(spelling);
        if (number === undefined) numbers.set(spelling, (number = numbers.size));
        codes[at++] = number * 4 + (code & (aloneFlag | pairsFlag));
      }
    const spellings = [...numbers.keys()].map(
      (spelling) => `${this.#stemTexts[this.#spellingStems[spelling]!]!}\t${this.#spellingTexts[spelling]!}`,
    );
    return {
      spellings: spellings.join('\n'),
      keys: [...this.#coded.keys()],
      lengths: Uint32Array.from(parts, ({ length }) => length),
      codes,
    };
  }

  #code(text: string): Uint32Array {
    const codes: number[] = [];
    eachTerm(text, (form, alone, pairs) =>
      codes.push(this.#spellingOf(form) * 4 + (alone ? aloneFlag : 0) + (pairs ? pairsFlag : 0)),
    );
    return Uint32Array.from(codes);
  }

  #spelling(line: string): number {
    let spelling = this.#spellings.get(line);
    if (spelling === undefined) {
      const [stem, text] = line.split('\t') as [string, string];
      let number = this.#stems.get(stem);
      if (number === undefined) this.#stems.set(stem, (number = this.#stemTexts.push(stem) - 1));
      this.#spellingStems.push(number);
      spelling = this.#spellingTexts.push(text) - 1;
      this.#spellings.set(line, spelling);
    }
    return spelling;
  }
}
