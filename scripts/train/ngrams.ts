import type { NgramParameters } from '#restore/language-model.ts';

const maxOrder = 6;

interface Node {
  parent: number;
  token: number;
  suffix: number;
  count: number;
  /** Sum of the counts and number of the children. */
  total: number;
  children: number[];
  probability: number;
  backoff: number;
  kept: boolean;
}

/** A sequence of token ids; the first `given` ones are history only. */
export interface Sequence {
  ids: readonly number[];
  given: number;
}

/**
 * Counts n-grams, smooths them by Witten-Bell interpolation, and keeps those which are worth it: an n-gram
 * goes if the logarithm of its probability, times its count, gains less than `minGain` over backing off
 * (Seymore and Rosenfeld's weighted difference), and if none that extends it stays.
 */
export function trainNgrams(
  tokens: string[],
  sequences: readonly Sequence[],
  minGain: number,
): NgramParameters {
  const nodes: Node[] = [];
  const index = Array.from({ length: maxOrder + 1 }, () => new Map<number, number>());
  const add = (parent: number, token: number, suffix: number): number => {
    nodes.push({
      parent,
      token,
      suffix,
      count: 0,
      total: 0,
      children: [],
      probability: 0,
      backoff: 1,
      kept: false,
    });
    return nodes.length - 1;
  };
  add(-1, -1, 0);
  const width = tokens.length;
  const find = (order: number, parent: number, token: number, suffix: number): number => {
    const key = parent * width + token;
    let node = index[order]!.get(key);
    if (node === undefined) {
      node = add(parent, token, suffix);
      index[order]!.set(key, node);
      nodes[parent]!.children.push(node);
    }
    return node;
  };
  for (const { ids, given } of sequences) {
    // contexts[k]: the node of the last k tokens.
    let contexts = [0];
    ids.forEach((token, at) => {
      const next = [0];
      for (let order = 1; order <= Math.min(contexts.length, maxOrder); order++) {
        const node = find(order, contexts[order - 1]!, token, next[order - 1]!);
        if (at >= given) {
          nodes[node]!.count++;
          nodes[contexts[order - 1]!]!.total++;
        }
        next.push(node);
      }
      contexts = next.slice(0, maxOrder);
    });
  }
  const child = (order: number, parent: number, token: number): Node | undefined => {
    const node = index[order]!.get(parent * width + token);
    return node === undefined ? undefined : nodes[node];
  };
  const orders: number[] = [0];
  for (let i = 1; i < nodes.length; i++) orders.push(orders[nodes[i]!.parent]! + 1);
  const byOrder: number[][] = Array.from({ length: maxOrder + 1 }, () => []);
  orders.forEach((order, i) => byOrder[order]!.push(i));
  for (let order = 1; order <= maxOrder; order++) {
    for (const i of byOrder[order]!) {
      const node = nodes[i]!;
      const parent = nodes[node.parent]!;
      const types = parent.children.filter((c) => nodes[c]!.count > 0).length;
      const lower = order === 1 ? 1 / width : nodes[node.suffix]!.probability;
      node.probability = (node.count + types * lower) / (parent.total + types);
    }
  }
  for (const i of byOrder[1]!) nodes[i]!.kept = true;
  for (let order = maxOrder; order >= 2; order--) {
    for (const i of byOrder[order]!) {
      const node = nodes[i]!;
      const parent = nodes[node.parent]!;
      if (node.children.some((c) => nodes[c]!.kept)) node.kept = true;
      else if (node.count > 0) {
        const types = parent.children.length;
        const backedOff = (types / (parent.total + types)) * nodes[node.suffix]!.probability;
        node.kept = node.count * Math.log(node.probability / backedOff) >= minGain;
      }
      // The back-off path of whatever stays must stay too.
      if (node.kept) for (let at = node.suffix; at > 0; at = nodes[at]!.suffix) nodes[at]!.kept = true;
      if (node.kept) for (let at = node.parent; at > 0; at = nodes[at]!.parent) nodes[at]!.kept = true;
    }
  }
  const lowerProbability = (node: Node, order: number): number => {
    if (order === 1) return 0;
    let factor = 1;
    for (let at = nodes[node.parent]!.suffix, o = order - 1; ; at = nodes[at]!.suffix, o--) {
      const found = child(o, at, node.token);
      if (found?.kept) return factor * found.probability;
      if (at === 0) return 0;
      factor *= nodes[at]!.backoff;
    }
  };
  for (let order = 1; order < maxOrder; order++) {
    for (const i of byOrder[order]!) {
      const node = nodes[i]!;
      if (!node.kept) continue;
      let here = 0;
      let below = 0;
      for (const c of node.children) {
        const kept = nodes[c]!;
        if (!kept.kept) continue;
        here += kept.probability;
        below += lowerProbability(kept, order + 1);
      }
      node.backoff = here === 0 ? 1 : Math.max(1e-4, (1 - here) / Math.max(1e-4, 1 - below));
    }
  }
  return collect(tokens, nodes);
}

/** The nodes that stay, in breadth-first order, siblings by token. */
function collect(tokens: string[], nodes: readonly Node[]): NgramParameters {
  const kept = nodes.map((_, i) => i).filter((i) => i === 0 || nodes[i]!.kept);
  const renumbered = new Map<number, number>([[0, 0]]);
  let level = [0];
  const sorted: number[] = [0];
  while (level.length > 0) {
    const next: number[] = [];
    for (const i of level) {
      const children = nodes[i]!.children.filter((c) => nodes[c]!.kept).sort(
        (a, b) => nodes[a]!.token - nodes[b]!.token,
      );
      for (const c of children) {
        renumbered.set(c, sorted.length);
        sorted.push(c);
        next.push(c);
      }
    }
    level = next;
  }
  if (sorted.length !== kept.length) throw new Error('an n-gram stayed without its prefix');
  return {
    tokens,
    parents: Int32Array.from(sorted, (i) => (i === 0 ? -1 : renumbered.get(nodes[i]!.parent)!)),
    lastTokens: Uint16Array.from(sorted, (i) => Math.max(0, nodes[i]!.token)),
    logProbabilities: Float32Array.from(sorted, (i) => (i === 0 ? 0 : Math.log(nodes[i]!.probability))),
    logBackoffs: Float32Array.from(sorted, (i) => Math.log(nodes[i]!.backoff)),
  };
}
