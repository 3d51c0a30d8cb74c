/** The parameters of an n-gram model with back-off; nodes are n-grams in breadth-first order, 0 is the empty one. */
export interface NgramParameters {
  tokens: string[];
  /** Per node: its parent, its last token, natural logarithms of its probability and of its back-off weight. */
  parents: Int32Array;
  lastTokens: Uint16Array;
  logProbabilities: Float32Array;
  logBackoffs: Float32Array;
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
  readonly #hasChildren: Uint8Array;

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
    this.#hasChildren = new Uint8Array(count);
    for (let node = 1; node < count; node++) {
      const parent = parents[node]!;
      const token = lastTokens[node]!;
      const slot = this.#slot(parent, token);
      this.#keys[slot] = parent * tokens.length + token;
      this.#values[slot] = node;
      this.#hasChildren[parent] = 1;
      this.#suffixes[node] = parent === 0 ? 0 : this.#extend(this.#suffixes[parent]!, token);
    }
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

  /** The state after `token` in `state`. */
  next(state: number, token: number): number {
    let node = this.#extend(state, token);
    while (node > 0 && !this.#hasChildren[node]) node = this.#suffixes[node]!;
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
