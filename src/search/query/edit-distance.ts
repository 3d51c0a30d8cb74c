/** Edits from a word to another, and to the beginning of the other that is nearest. */
export interface Distances {
  whole: number;
  prefix: number;
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours count one each.
 * Both are given as `limit + 1` once they exceed `limit`.
 */
export function editDistances(from: string, to: string, limit: number): Distances {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= to.length; j++) {
      let edits = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] as number) + 1);
      }
      row.push(edits);
      if (edits < best) best = edits;
    }
    if (best > limit) return { whole: limit + 1, prefix: limit + 1 };
    beforeLast = last;
    last = row;
  }
  return { whole: Math.min(limit + 1, last[to.length] as number), prefix: Math.min(limit + 1, ...last) };
}
