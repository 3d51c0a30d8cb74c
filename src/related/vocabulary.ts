import { aloneFlag, pairsFlag, spellingOf, type CodedDocument, type Spellings } from '#text/term-coder.ts';
import { larger, PairTable } from './pair-table.ts';

/**
 * How often each term of a document occurs, the title counted twice; `documents[d]` to `documents[d + 1]` are those of
 * d.
 */
export interface TermCounts {
  documents: Uint32Array;
  terms: Uint32Array;
  times: Uint16Array;
}

const titleCount = 2;
/** What a number of times holds: past it, more of the same says nothing more. */
const maxTimes = 2 ** 16 - 1;
const cellsPerDocument = 256;
const maxSketchBits = 24;

/**
 * Numbers the terms of documents in the order of their first appearance, and remembers how they are written. A term is
 * a stem, or a pair of neighbouring stems that occurs more than once in the first `weighing` documents; stems come
 * first. Terms are written as these documents write them, and others as all do. Which pairs occur more than once is
 * found beforehand by counting them in a table of hashes, since most occur once and would only fill the memory.
 */
export class Vocabulary {
  readonly counts: TermCounts;
  readonly #spellings: Spellings;
  /** The word of each spelling, -1 for one that no document has; and how often it was written so. */
  readonly #words: Int32Array;
  readonly #votes: Int32Array;
  #wordCount = 0;
  /** How many of the words those documents have that weigh, which come first. */
  #weighedWords = 0;
  readonly #sketchBits: number;
  readonly #sketch: Uint8Array;
  readonly #pairs = new PairTable();
  readonly #pairLabels = new PairLabels();
  readonly #labels: (string | undefined)[] = [];
  /** The spellings of each word. */
  #spellingsOf: number[][] | undefined;

  constructor(documents: readonly CodedDocument[], weighing: number, spellings: Spellings) {
    this.#spellings = spellings;
    this.#words = new Int32Array(spellings.texts.length).fill(-1);
    this.#votes = new Int32Array(spellings.texts.length);
    this.#sketchBits = Math.min(maxSketchBits, Math.ceil(Math.log2(cellsPerDocument * (weighing + 1))));
    this.#sketch = new Uint8Array(2 ** this.#sketchBits);
    const ofStem = new Int32Array(spellings.stems.length).fill(-1);
    documents.forEach(({ title, abstract }, document) => {
      const weighs = document < weighing;
      this.#number(title, ofStem, weighs);
      this.#number(abstract, ofStem, weighs);
      if (weighs) this.#weighedWords = this.#wordCount;
    });
    this.counts = this.#countAll(documents, weighing);
  }

  get termCount(): number {
    return this.#wordCount + this.#pairs.size;
  }

  isPair(term: number): boolean {
    return term >= this.#wordCount;
  }

  /** The form in which a term is written most often. */
  label(term: number): string {
    return (this.#labels[term] ??= this.isPair(term)
      ? this.#pairLabels.text(term - this.#wordCount, this.#spellings.texts)
      : this.#wordLabel(term));
  }

  /**
   * Numbers the words of a text, `ofStem` being those of stems so far; if it weighs, counts its pairs in the sketch.
   */
  #number(codes: Uint32Array, ofStem: Int32Array, weighs: boolean): void {
    let before = -1;
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!;
      const spelling = spellingOf(code);
      let word = this.#words[spelling]!;
      if (word < 0) {
        const stem = this.#spellings.stems[spelling]!;
        if (ofStem[stem]! < 0) ofStem[stem] = this.#wordCount++;
        word = this.#words[spelling] = ofStem[stem]!;
      }
      if (weighs || word >= this.#weighedWords) this.#votes[spelling]!++;
      if (weighs && (code & pairsFlag) !== 0) {
        const cell = this.#cell(before, word);
        if (this.#sketch[cell]! < 2) this.#sketch[cell]!++;
      }
      before = word;
    }
  }

  #countAll(documents: readonly CodedDocument[], weighing: number): TermCounts {
    // A document has at most two terms for each code.
    const most = documents.reduce((sum, { title, abstract }) => sum + title.length + abstract.length, 0);
    const counts = {
      documents: new Uint32Array(documents.length + 1),
      terms: new Uint32Array(2 * most),
      times: new Uint16Array(2 * most),
    };
    /** Where a term stands among those of the document at hand, one more than that; nought when it does not. */
    let places = new Int32Array(this.#wordCount);
    let end = 0;
    const count = (term: number, times: number): void => {
      if (term >= places.length) places = larger(places, 2 * term + 1);
      if (places[term] === 0) {
        counts.terms[end] = term;
        places[term] = ++end;
      }
      const place = places[term]! - 1;
      counts.times[place] = Math.min(maxTimes, counts.times[place]! + times);
    };
    documents.forEach(({ title, abstract }, document) => {
      const weighs = document < weighing;
      this.#count(title, titleCount, weighs, count);
      this.#count(abstract, 1, weighs, count);
      for (let at = counts.documents[document]!; at < end; at++) places[counts.terms[at]!] = 0;
      counts.documents[document + 1] = end;
    });
    return { ...counts, terms: counts.terms.slice(0, end), times: counts.times.slice(0, end) };
  }

  #count(
    codes: Uint32Array,
    times: number,
    weighs: boolean,
    count: (term: number, times: number) => void,
  ): void {
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!;
      const word = this.#words[spellingOf(code)]!;
      if ((code & aloneFlag) !== 0) count(word, times);
      if ((code & pairsFlag) === 0) continue;
      const spellingBefore = spellingOf(codes[at - 1]!);
      const before = this.#words[spellingBefore]!;
      if (this.#sketch[this.#cell(before, word)]! < 2) continue;
      const pair = this.#pairs.add(before, word);
      if (weighs) this.#pairLabels.vote(pair, spellingBefore, spellingOf(code));
      count(this.#wordCount + pair, times);
    }
  }

  /** The cell of the sketch in which a pair of words is counted. */
  #cell(first: number, second: number): number {
    return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - this.#sketchBits);
  }

  #wordLabel(word: number): string {
    if (this.#spellingsOf === undefined) {
      this.#spellingsOf = Array.from({ length: this.#wordCount }, () => []);
      this.#words.forEach((of, spelling) => this.#spellingsOf![of]?.push(spelling));
    }
    let best = '';
    let most = 0;
    for (const spelling of this.#spellingsOf[word]!) {
      const votes = this.#votes[spelling]!;
      const text = this.#spellings.texts[spelling]!;
      if (votes > most || (votes === most && text < best)) [best, most] = [text, votes];
    }
    return best;
  }
}

/**
 * The spellings of each pair used most, kept in constant space since pairs are many (Boyer and Moore's majority vote).
 */
class PairLabels {
  #firsts = new Int32Array(0);
  #seconds = new Int32Array(0);
  #votes = new Int32Array(0);

  vote(pair: number, first: number, second: number): void {
    if (pair >= this.#votes.length) this.#grow(2 * pair + 1024);
    if (this.#votes[pair] === 0) {
      this.#firsts[pair] = first;
      this.#seconds[pair] = second;
      this.#votes[pair] = 1;
    } else if (this.#firsts[pair] === first && this.#seconds[pair] === second) this.#votes[pair]!++;
    else this.#votes[pair]!--;
  }

  text(pair: number, texts: readonly string[]): string {
    return `${texts[this.#firsts[pair]!]!} ${texts[this.#seconds[pair]!]!}`;
  }

  #grow(capacity: number): void {
    this.#firsts = larger(this.#firsts, capacity);
    this.#seconds = larger(this.#seconds, capacity);
    this.#votes = larger(this.#votes, capacity);
  }
}
