/**
 * The parameters of an n-gram model with back-off; nodes are n-grams in breadth-first order, so that those of one
 * parent follow each other; 0 is the empty one.
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
  /** The natural logarithms of their probabilities where nothing is known of what stands before. */
  inNoState: Float64Array;
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
  readonly #parents: Int32Array;
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
    this.#parents = parents;
    this.#lastTokens = lastTokens;
    this.#firstChildren = new Int32Array(count + 1);
    for (let node = 1; node < count; node++) {
      const parent = parents[node]!;
      const token = lastTokens[node]!;
      const slot = this.#slot(parent, token);
      this.#keys[slot] = parent * tokens.length + token;
      this.#values[slot] = node;
      this.#firstChildren[parent + 1] = node + 1;
      this.#suffixes[node] = parent === 0 ? 0 : this.reach(this.#suffixes[parent]!, token);
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
    return { tokens, places, inNoState: Float64Array.from(tokens, (token) => this.logProbability(0, token)) };
  }

  /** The id of a token, or -1. */
  id(token: string): number {
    return this.#ids.get(token) ?? -1;
  }

  /** The longest n-gram known that ends with `token` after `state`; 0 where none is. */
  reach(state: number, token: number): number {
    for (let at = state; ; at = this.#suffixes[at]!) {
      const node = this.#child(at, token);
      if (node > 0) return node;
      if (at === 0) return 0;
    }
  }

  /** Natural logarithm of the probability of the token in `state` with which `node` was reached. */
  logProbabilityOf(state: number, node: number): number {
    const end = this.#parents[node]!;
    let penalty = 0;
    let at = state;
    for (; at !== 0 && at !== end; at = this.#suffixes[at]!) penalty += this.#logBackoffs[at]!;
    return penalty + (node === 0 ? unseenLogProbability : this.#logProbabilities[node]!);
  }

  /** The state after the token with which `node` was reached. */
  stateAt(node: number): number {
    let state = node;
    while (state > 0 && this.#firstChildren[state] === this.#firstChildren[state + 1])
      state = this.#suffixes[state]!;
    return state;
  }

  /** Natural logarithm of the probability of `token` in `state`. */
  logProbability(state: number, token: number): number {
    return this.logProbabilityOf(state, this.reach(state, token));
  }

  /** Natural logarithms of the probabilities in `state` of several tokens at once. */
  logProbabilities(state: number, among: TokenSet): Float64Array {
    if (state === 0) return among.inNoState.slice();
    const found = this.logProbabilities(this.#suffixes[state]!, among);
    const penalty = this.#logBackoffs[state]!;
    for (let place = 0; place < found.length; place++) found[place]! += penalty;
    const { tokens, places } = among;
    const [first, end] = [this.#firstChildren[state]!, this.#firstChildren[state + 1]!];
    if (end - first < tokens.length) {
      for (let node = first; node < end; node++) {
        const place = places[this.#lastTokens[node]!]!;
        if (place >= 0) found[place] = this.#logProbabilities[node]!;
      }
    } else {
      for (let place = 0; place < tokens.length; place++) {
        const node = this.#child(state, tokens[place]!);
        if (node > 0) found[place] = this.#logProbabilities[node]!;
      }
    }
    return found;
  }

  /** The state after `token` in `state`. */
  next(state: number, token: number): number {
    return this.stateAt(this.reach(state, token));
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
