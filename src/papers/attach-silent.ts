import type { DisjointSets } from './disjoint-sets.ts';
import { groupBy } from './group-by.ts';
import type { Witness } from './witness.ts';

/** Papers of one title that a sighting without abstract is tried on; bounds the time that a stock title costs. */
const maxTried = 40;

/**
 * Unites each sighting without a telling abstract, unless its arXiv id already put it with one, with the first paper
 * of its title that its arXiv id allows. It joins one paper only, so that it never unites two that were kept apart.
 */
export function attachSilent(witnesses: readonly Witness[], sets: DisjointSets): void {
  const tellingRoots = new Set<number>();
  for (const { index, print } of witnesses) if (print.abstract !== '') tellingRoots.add(sets.find(index));
  for (const namesakes of groupBy(witnesses, ({ print }) => print.title).values()) {
    const silent = namesakes.filter(({ print }) => print.abstract === '');
    if (silent.length === 0 || namesakes.length === 1) continue;
    const telling = namesakes.filter(({ print }) => print.abstract !== '');
    silent.forEach(({ index }, rank) => {
      if (tellingRoots.has(sets.find(index))) return;
      const tried = [...telling.slice(0, maxTried), ...silent.slice(0, Math.min(rank, maxTried))];
      const joined = tried.find((other) => sets.unite(other.index, index));
      if (joined !== undefined && joined.print.abstract !== '') tellingRoots.add(sets.find(index));
    });
  }
}
