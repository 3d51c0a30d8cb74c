import type { Segment } from '#search/schema.ts';
import { indexTermsOfFormula, indexTermsOfWord, wordsOf } from '#search/tokenize.ts';

/** Numbers terms in the order they first come, and remembers which terms a word or a formula has. */
export class TermIds {
  readonly terms: string[] = [];
  #ids = new Map<string, number>();
  /** The id of the only term of a word, as of nearly all; -1 where it has none or several. */
  #idByWord = new Map<string, number>();
  #idsByWord = new Map<string, readonly number[]>();
  #idsByFormula = new Map<string, readonly number[]>();

  idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.terms.length;
      this.#ids.set(term, id);
      this.terms.push(term);
    }
    return id;
  }

  /** The ids of the terms that `indexTerms` has of a text, at one look-up a word. */
  indexIds(segments: readonly Segment[]): Uint32Array {
    const ids: number[] = [];
    for (const segment of segments) {
      if (typeof segment === 'string') for (const word of wordsOf(segment)) this.#addWord(word, ids);
      else for (const id of this.#idsOfFormula(segment[0])) ids.push(id);
    }
    return Uint32Array.from(ids);
  }

  #addWord(word: string, ids: number[]): void {
    const id = this.#idByWord.get(word) ?? this.#readWord(word);
    if (id >= 0) ids.push(id);
    else for (const each of this.#idsByWord.get(word) ?? []) ids.push(each);
  }

  #readWord(word: string): number {
    const ids = indexTermsOfWord(word).map((term) => this.idOf(term));
    const id = ids.length === 1 ? ids[0]! : -1;
    this.#idByWord.set(word, id);
    if (ids.length > 1) this.#idsByWord.set(word, ids);
    return id;
  }

  #idsOfFormula(tex: string): readonly number[] {
    let ids = this.#idsByFormula.get(tex);
    if (ids === undefined) {
      ids = indexTermsOfFormula(tex).map((term) => this.idOf(term));
      this.#idsByFormula.set(tex, ids);
    }
    return ids;
  }
}
