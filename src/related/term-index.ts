import { terms } from '#text/terms.ts';

/** What is compared: an id, and two texts. */
export interface RelatedDocument {
  id: string;
  title: string;
  abstract: string;
}

/**
 * Documents as unit vectors of TF-IDF weights. A term is a stem or a pair of neighbouring stems. Words that no other
 * document has count in a vector's length, but are not kept.
 *
 * - `terms[d]`, `weights[d]`: the vector of document d, heaviest term first.
 * - `postings[t]`, `postingWeights[t]`: the documents with term t, those first in which it weighs most.
 * - `labels[t]`: the term as the documents write it most often.
 */
export interface TermIndex {
  terms: Uint32Array[];
  weights: Float32Array[];
  postings: Uint32Array[];
  postingWeights: Float32Array[];
  labels: string[];
}

const titleCount = 2;
/** Pairs repeat what their words say already. */
const pairFactor = 0.7;

/** Builds the index. Terms are numbered in the order of their first appearance. */
export function indexTerms(documents: readonly RelatedDocument[]): TermIndex {
  const vocabulary = new Vocabulary();
  const counted = documents.map((document) => vocabulary.count(document));
  const { documentCounts } = vocabulary;
  const idf = documentCounts.map(
    (documentCount, term) =>
      Math.log(documents.length / documentCount) * (vocabulary.isPair(term) ? pairFactor : 1),
  );
  const index: TermIndex = {
    terms: [],
    weights: [],
    postings: [],
    postingWeights: [],
    labels: vocabulary.labels(),
  };
  const postings: { document: number; weight: number }[][] = idf.map(() => []);
  counted.forEach((counts, document) => {
    let square = 0;
    const vector: { term: number; weight: number }[] = [];
    for (const [term, times] of counts) {
      const shared = documentCounts[term]! > 1;
      if (!shared && vocabulary.isPair(term)) continue;
      const weight = (1 + Math.log(times)) * idf[term]!;
      square += weight * weight;
      if (shared && weight > 0) vector.push({ term, weight });
    }
    vector.sort((a, b) => b.weight - a.weight || a.term - b.term);
    const norm = Math.sqrt(square) || 1;
    index.terms.push(Uint32Array.from(vector, ({ term }) => term));
    index.weights.push(Float32Array.from(vector, ({ weight }) => weight / norm));
    for (const { term, weight } of vector) postings[term]!.push({ document, weight: weight / norm });
  });
  for (const list of postings) {
    list.sort((a, b) => b.weight - a.weight || a.document - b.document);
    index.postings.push(Uint32Array.from(list, ({ document }) => document));
    index.postingWeights.push(Float32Array.from(list, ({ weight }) => weight));
  }
  return index;
}

/** Numbers terms, counts their documents, and remembers how they are written. */
class Vocabulary {
  readonly documentCounts: number[] = [];
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #labels: (WordLabel | PairLabel)[] = [];

  count({ title, abstract }: RelatedDocument): Map<number, number> {
    const counts = new Map<number, number>();
    const add = (term: number, times: number) => counts.set(term, (counts.get(term) ?? 0) + times);
    for (const [text, times] of [
      [title, titleCount],
      [abstract, 1],
    ] as const) {
      let before: { word: number; surface: string } | null = null;
      for (const { stem, surface, alone, pairs } of terms(text)) {
        const word = this.#word(stem, surface);
        if (alone) add(word, times);
        if (pairs && before !== null) add(this.#pair(before.word, word, before.surface, surface), times);
        before = alone ? { word, surface } : null;
      }
    }
    for (const term of counts.keys()) this.documentCounts[term]!++;
    return counts;
  }

  isPair(term: number): boolean {
    return this.#labels[term] instanceof PairLabel;
  }

  labels(): string[] {
    return this.#labels.map((label) => label.text());
  }

  #word(stem: string, surface: string): number {
    let word = this.#words.get(stem);
    if (word === undefined) {
      word = this.#add(new WordLabel());
      this.#words.set(stem, word);
    }
    (this.#labels[word] as WordLabel).vote(surface);
    return word;
  }

  #pair(first: number, second: number, firstSurface: string, secondSurface: string): number {
    const key = first * 2 ** 26 + second;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      pair = this.#add(new PairLabel());
      this.#pairs.set(key, pair);
    }
    (this.#labels[pair] as PairLabel).vote(firstSurface, secondSurface);
    return pair;
  }

  #add(label: WordLabel | PairLabel): number {
    this.documentCounts.push(0);
    return this.#labels.push(label) - 1;
  }
}

/** The written forms of a word, with how often each was used. */
class WordLabel {
  readonly #counts = new Map<string, number>();

  vote(surface: string): void {
    this.#counts.set(surface, (this.#counts.get(surface) ?? 0) + 1);
  }

  text(): string {
    let best = '';
    let most = 0;
    for (const [surface, times] of this.#counts)
      if (times > most || (times === most && surface < best)) [best, most] = [surface, times];
    return best;
  }
}

/** The form of a pair used most, kept in constant space since pairs are many (Boyer and Moore's majority vote). */
class PairLabel {
  #first = '';
  #second = '';
  #votes = 0;

  vote(first: string, second: string): void {
    if (first === this.#first && second === this.#second) this.#votes++;
    else if (this.#votes > 0) this.#votes--;
    else [this.#first, this.#second, this.#votes] = [first, second, 1];
  }

  text(): string {
    return `${this.#first} ${this.#second}`;
  }
}
