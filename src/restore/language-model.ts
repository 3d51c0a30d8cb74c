/**
 * The parameters of an n-gram model with back-off; nodes are n-grams in breadth-first order, so that those of one parent
 * follow each other; 0 is the empty one.
 */
export interface NgramParameters {
  tokens: string[];
  /** Per node: its parent, its last token, natural logarithms of its probability and of its back-off weight. */
  parents: Int32Array;
  lastTokens: Uint16Array;
  logProbabilities: Float32Array;
  logBackoffs: Float32Array;
}

/** Some tokens of a model: in an order, and the place of each in it, -1 for all others. */
export interface TokenSet {
  tokens: readonly number[];
  places: Int32Array;
}

const unseenLogProbability = -16;

/**
 * An n-gram model over the tokens of formulas. A state is the longest n-gram known that ends here; the empty
 * one is 0.
 */
export class LanguageModel {
  readonly tokens: readonly string[];
  readonly #ids: Map<string, number>;
  readonly #keys: Int32Array;
  readonly #values: Int32Array;
  readonly #suffixes: Int32Array;
  readonly #logProbabilities: Float32Array;
  readonly #logBackoffs: Float32Array;
  readonly #lastTokens: Uint16Array;
  /** Where the children of each node begin; they end where those of the next one begin. */
  readonly #firstChildren: Int32Array;

  constructor({ tokens, parents, lastTokens, logProbabilities, logBackoffs }: NgramParameters) {
    this.tokens = tokens;
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
    this.#logProbabilities = logProbabilities;
    this.#logBackoffs = logBackoffs;
    const count = parents.length;
    let slots = 1024;
    while (slots < count * 2) slots *= 2;
    this.#keys = new Int32Array(slots).fill(-1);
    this.#values = new Int32Array(slots);
    this.#suffixes = new Int32Array(count);
    this.#lastTokens = lastTokens;
    this.#firstChildren = new Int32Array(count + 1);
    for (let node = 1; node < count; node++) {
      const parent = parents[node]!;
      const token = lastTokens[node]!;
      const slot = this.#slot(parent, token);
      this.#keys[slot] = parent * tokens.length + token;
      this.#values[slot] = node;
      this.#firstChildren[parent + 1] = node + 1;
      this.#suffixes[node] = parent === 0 ? 0 : this.#extend(this.#suffixes[parent]!, token);
    }
    this.#firstChildren[0] = 1;
    for (let node = 0; node < count; node++)
      this.#firstChildren[node + 1] = Math.max(this.#firstChildren[node + 1]!, this.#firstChildren[node]!);
  }

  /** Those tokens whose text `isWanted`. */
  tokensThat(isWanted: (token: string) => boolean): TokenSet {
    const tokens = [...this.tokens.keys()].filter((id) => isWanted(this.tokens[id]!));
    const places = new Int32Array(this.tokens.length).fill(-1);
    tokens.forEach((token, place) => (places[token] = place));
    return { tokens, places };
  }

  /** The id of a token, or -1. */
  id(token: string): number {
    return this.#ids.get(token) ?? -1;
  }

  /** Natural logarithm of the probability of `token` in `state`. */
  logProbability(state: number, token: number): number {
    let penalty = 0;
    for (let at = state; ; at = this.#suffixes[at]!) {
      const node = this.#child(at, token);
      if (node > 0) return penalty + this.#logProbabilities[node]!;
      if (at === 0) return penalty + unseenLogProbability;
      penalty += this.#logBackoffs[at]!;
    }
  }

  /** Natural logarithms of the probabilities in `state` of several tokens at once. */
  logProbabilities(state: number, among: TokenSet): Float64Array {
    const found = new Float64Array(among.tokens.length).fill(unseenLogProbability);
    this.#addLogProbabilities(state, among, found);
    return found;
  }

  #addLogProbabilities(state: number, { tokens, places }: TokenSet, found: Float64Array): void {
    if (state !== 0) {
      this.#addLogProbabilities(this.#suffixes[state]!, { tokens, places }, found);
      const penalty = this.#logBackoffs[state]!;
      for (let place = 0; place < found.length; place++) found[place]! += penalty;
    }
    const [first, end] = [this.#firstChildren[state]!, this.#firstChildren[state + 1]!];
    if (end - first < tokens.length) {
      for (let node = first; node < end; node++) {
        const place = places[this.#lastTokens[node]!]!;
        if (place >= 0) found[place] = this.#logProbabilities[node]!;
      }
    } else {
      tokens.forEach((token, place) => {
        const node = this.#child(state, token);
        if (node > 0) found[place] = this.#logProbabilities[node]!;
      });
    }
  }

  /** The state after `token` in `state`. */
  next(state: number, token: number): number {
    let node = this.#extend(state, token);
    while (node > 0 && this.#firstChildren[node] === this.#firstChildren[node + 1])
      node = this.#suffixes[node]!;
    return node;
  }

  #extend(state: number, token: number): number {
    for (let at = state; ; at = this.#suffixes[at]!) {
      const node = this.#child(at, token);
      if (node > 0 || at === 0) return Math.max(node, 0);
    }
  }

  #child(node: number, token: number): number {
    const slot = this.#slot(node, token);
    return this.#keys[slot] === -1 ? -1 : this.#values[slot]!;
  }

  #slot(node: number, token: number): number {
    const key = node * this.tokens.length + token;
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7;
    for (slot &= mask; this.#keys[slot] !== -1 && this.#keys[slot] !== key; slot = (slot + 1) & mask);
    return slot;
  }
}
