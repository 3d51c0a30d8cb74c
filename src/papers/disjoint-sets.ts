/** Disjoint sets of the numbers below `size`, of which each may carry one label; sets of two labels never unite. */
export class DisjointSets {
  readonly #parents: Uint32Array;
  readonly #labels: (string | null)[];

  constructor(labels: readonly (string | null)[]) {
    this.#parents = Uint32Array.from(labels, (_, index) => index);
    this.#labels = [...labels];
  }

  /** The smallest member of the set. */
  find(member: number): number {
    let root = member;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let node = member; node !== root;) {
      const next = this.#parents[node] ?? root;
      this.#parents[node] = root;
      node = next;
    }
    return root;
  }

  /** The label of the set, or null. */
  label(member: number): string | null {
    return this.#labels[this.find(member)] ?? null;
  }

  /** Unites the sets of two members unless their labels differ; says whether both are in one set now. */
  unite(a: number, b: number): boolean {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    if (low === high) return true;
    const [lowLabel, highLabel] = [this.#labels[low] ?? null, this.#labels[high] ?? null];
    if (lowLabel !== null && highLabel !== null && lowLabel !== highLabel) return false;
    this.#parents[high] = low;
    this.#labels[low] = lowLabel ?? highLabel;
    return true;
  }
}
