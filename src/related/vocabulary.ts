import { terms } from '#text/terms.ts';

/** What is compared: an id, and two texts. */
export interface RelatedDocument {
  id: string;
  title: string;
  abstract: string;
}

/** The words of one text: their numbers, the numbers of their written forms, and which stand alone or pair up. */
interface CodedText {
  words: Int32Array;
  surfaces: Int32Array;
  flags: Uint8Array;
}

const alone = 1;
const pairs = 2;
const titleCount = 2;
const cellsPerDocument = 256;
const maxSketchBits = 24;

/**
 * Numbers the terms of documents and remembers how they are written. A term is a stem, or a pair of neighbouring stems
 * that occurs more than once. Which pairs do is found beforehand by counting them in a table of hashes, since most
 * pairs occur once and would only fill the memory.
 */
export class Vocabulary {
  /** In how many documents each term stands. */
  readonly documentCounts: number[] = [];
  readonly #stems = new Map<string, number>();
  readonly #surfaces = new Map<string, number>();
  readonly #surfaceTexts: string[] = [];
  readonly #pairs = new Map<number, number>();
  readonly #labels: (WordLabel | PairLabel)[] = [];
  readonly #sketchBits: number;
  readonly #sketch: Uint8Array;
  readonly #coded: (readonly [CodedText, CodedText])[];

  constructor(documents: readonly RelatedDocument[]) {
    this.#sketchBits = Math.min(
      maxSketchBits,
      Math.ceil(Math.log2(cellsPerDocument * (documents.length + 1))),
    );
    this.#sketch = new Uint8Array(2 ** this.#sketchBits);
    this.#coded = documents.map(({ title, abstract }) => [this.#code(title), this.#code(abstract)]);
  }

  /** Calls `see` with each document's terms and how often each occurs, the title counted twice. */
  countAll(see: (document: number, counts: ReadonlyMap<number, number>) => void): void {
    this.#coded.forEach(([title, abstract], document) => {
      const counts = new Map<number, number>();
      this.#count(title, titleCount, counts);
      this.#count(abstract, 1, counts);
      for (const term of counts.keys()) this.documentCounts[term]!++;
      see(document, counts);
    });
  }

  isPair(term: number): boolean {
    return this.#labels[term] instanceof PairLabel;
  }

  /** The form in which a term is written most often. */
  label(term: number): string {
    return this.#labels[term]!.text(this.#surfaceTexts);
  }

  #code(text: string): CodedText {
    const found = terms(text);
    const coded = {
      words: new Int32Array(found.length),
      surfaces: new Int32Array(found.length),
      flags: new Uint8Array(found.length),
    };
    found.forEach((term, place) => {
      coded.words[place] = this.#word(term.stem);
      coded.surfaces[place] = this.#surface(term.surface);
      coded.flags[place] = (term.alone ? alone : 0) | (term.pairs ? pairs : 0);
      (this.#labels[coded.words[place]!] as WordLabel).vote(coded.surfaces[place]!);
      if (!term.pairs) return;
      const cell = this.#cell(coded.words[place - 1]!, coded.words[place]!);
      if (this.#sketch[cell]! < 2) this.#sketch[cell]!++;
    });
    return coded;
  }

  #count({ words, surfaces, flags }: CodedText, times: number, counts: Map<number, number>): void {
    for (let place = 0; place < words.length; place++) {
      const word = words[place]!;
      if ((flags[place]! & alone) !== 0) counts.set(word, (counts.get(word) ?? 0) + times);
      if ((flags[place]! & pairs) === 0 || this.#sketch[this.#cell(words[place - 1]!, word)]! < 2) continue;
      const pair = this.#pair(words[place - 1]!, word);
      (this.#labels[pair] as PairLabel).vote(surfaces[place - 1]!, surfaces[place]!);
      counts.set(pair, (counts.get(pair) ?? 0) + times);
    }
  }

  /** The cell of the sketch in which a pair of words is counted. */
  #cell(first: number, second: number): number {
    return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - this.#sketchBits);
  }

  #word(stem: string): number {
    let word = this.#stems.get(stem);
    if (word === undefined) {
      word = this.#add(new WordLabel());
      this.#stems.set(stem, word);
    }
    return word;
  }

  #surface(text: string): number {
    let surface = this.#surfaces.get(text);
    if (surface === undefined) {
      surface = this.#surfaceTexts.push(text) - 1;
      this.#surfaces.set(text, surface);
    }
    return surface;
  }

  #pair(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      pair = this.#add(new PairLabel());
      this.#pairs.set(key, pair);
    }
    return pair;
  }

  #add(label: WordLabel | PairLabel): number {
    this.documentCounts.push(0);
    return this.#labels.push(label) - 1;
  }
}

/** The written forms of a word, with how often each was used. */
class WordLabel {
  readonly #counts = new Map<number, number>();

  vote(surface: number): void {
    this.#counts.set(surface, (this.#counts.get(surface) ?? 0) + 1);
  }

  text(surfaces: readonly string[]): string {
    let best = '';
    let most = 0;
    for (const [surface, times] of this.#counts) {
      const text = surfaces[surface]!;
      if (times > most || (times === most && text < best)) [best, most] = [text, times];
    }
    return best;
  }
}

/** The form of a pair used most, kept in constant space since pairs are many (Boyer and Moore's majority vote). */
class PairLabel {
  #first = 0;
  #second = 0;
  #votes = 0;

  vote(first: number, second: number): void {
    if (first === this.#first && second === this.#second) this.#votes++;
    else if (this.#votes > 0) this.#votes--;
    else {
      this.#first = first;
      this.#second = second;
      this.#votes = 1;
    }
  }

  text(surfaces: readonly string[]): string {
    return `${surfaces[this.#first]!} ${surfaces[this.#second]!}`;
  }
}
