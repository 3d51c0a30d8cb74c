import { isIndexed } from '#search/common-words.ts';
import type { Segment } from '#search/schema.ts';
import { indexedNames } from '#search/segment-terms.ts';
import { cutLoose } from '#text/cut-loose.ts';
import { indexTermsOfFormula, indexTermsOfWord, plainWordEnd, wordAt, wordsOf } from '#search/tokenize.ts';
import { WordTable } from './word-table.ts';

/** Numbers that one piece of memory holds for many lists: one of its own takes two hundred bytes more. */
const numbersAtOnce = 1 << 18;

/** Numbers terms in the order they first come, and remembers which terms a word or a formula has. */
export class TermIds {
  readonly terms: string[];
  readonly #ids: Map<string, number>;
  /** The id of the term that a plain word is; -1 where it is not in the index. */
  #idOfPlainWord = new WordTable();
  #idsOfWord = new Map<string, readonly number[]>();
  #idsOfFormula = new Map<string, readonly number[]>();
  #memory = new Uint32Array(0);
  #used = 0;

  /** `terms`: different ones that have their numbers already. */
  constructor(terms: readonly string[] = []) {
    this.terms = [...terms];
    this.#ids = new Map(terms.map((term, id) => [term, id]));
  }

  idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.terms.length;
      const own = cutLoose(term);
      this.#ids.set(own, id);
      this.terms.push(own);
    }
    return id;
  }

  /** The ids of the terms that `indexTerms` has of a text, at one look-up a word. */
  indexIds(segments: readonly Segment[]): Uint32Array {
    const ids: number[] = [];
    for (const segment of segments) {
      if (typeof segment !== 'string')
        this.#addKnown(this.#idsOfFormula, segment[0], indexTermsOfFormula, ids);
      else if (/^[\0-\x7f]*$/.test(segment)) this.#addAscii(segment, ids);
      else for (const word of wordsOf(segment)) this.#addKnown(this.#idsOfWord, word, indexTermsOfWord, ids);
    }
    for (const name of indexedNames(segments)) ids.push(this.idOf(name));
    return this.#hold(ids);
  }

  #hold(ids: readonly number[]): Uint32Array {
    if (this.#used + ids.length > this.#memory.length) {
      this.#memory = new Uint32Array(Math.max(numbersAtOnce, ids.length));
      this.#used = 0;
    }
    this.#memory.set(ids, this.#used);
    return this.#memory.subarray(this.#used, (this.#used += ids.length));
  }

  #addAscii(text: string, ids: number[]): void {
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = plainWordEnd(text, start);
      if (end > start) {
        const id = this.#idOfPlainWord.get(text, start, end, this.#readPlainWord);
        if (id >= 0) ids.push(id);
      } else {
        const word = wordAt(text, start);
        if (word !== null) this.#addKnown(this.#idsOfWord, word, indexTermsOfWord, ids);
        end = start + (word?.length ?? 1);
      }
    }
  }

  #readPlainWord = (word: string): number => (isIndexed(word) ? this.idOf(word) : -1);

  #addKnown(
    known: Map<string, readonly number[]>,
    text: string,
    termsOf: (text: string) => string[],
    ids: number[],
  ): void {
    let found = known.get(text);
    if (found === undefined) {
      found = termsOf(text).map((term) => this.idOf(term));
      known.set(cutLoose(text), found);
    }
    for (const id of found) ids.push(id);
  }
}
