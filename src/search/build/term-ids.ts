import type { Segment } from '#search/schema.ts';
import { indexTermsOfFormula, indexTermsOfWord, wordsOf } from '#search/tokenize.ts';

/** Numbers terms in the order they first come, and remembers which terms a word has. */
export class TermIds {
  readonly terms: string[] = [];
  #ids = new Map<string, number>();
  #idsByWord = new Map<string, readonly number[]>();

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
      if (typeof segment === 'string')
        for (const word of wordsOf(segment)) ids.push(...this.#idsOfWord(word));
      else for (const term of indexTermsOfFormula(segment[0])) ids.push(this.idOf(term));
    }
    return Uint32Array.from(ids);
  }

  #idsOfWord(word: string): readonly number[] {
    let ids = this.#idsByWord.get(word);
    if (ids === undefined) {
      ids = indexTermsOfWord(word).map((term) => this.idOf(term));
      this.#idsByWord.set(word, ids);
    }
    return ids;
  }
}
