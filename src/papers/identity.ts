import { attachSilent } from './attach-silent.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { groupBy } from './group-by.ts';
import { renameLinks } from './rename-links.ts';
import { titleLinks } from './title-links.ts';
import type { Witness } from './witness.ts';

/** The papers among sightings, and pairs of sightings that are one in title and abstract but not in arXiv id. */
export interface Identities {
  /** Each group in canonical order, the groups in that of their first members. */
  papers: Witness[][];
  sameButForId: [Witness, Witness][];
}

/** Strength from which title and abstract agree so well that two arXiv ids are suspicious. */
const suspiciousStrength = 1.9;

/**
 * Which sightings (in canonical order) are of one paper:
 *
 * 1. those of one arXiv id;
 * 2. those of one normalised title whose abstracts agree;
 * 3. those of different titles whose abstracts nearly agree;
 * 4. one without abstract and the first paper of its title.
 *
 * Links are followed from the strongest to the weakest (as Kruskal's algorithm does), and one that would unite two
 * arXiv ids is not, so that the result depends on the set of sightings only.
 */
export function identify(witnesses: readonly Witness[]): Identities {
  const sets = new DisjointSets(witnesses.map(({ sighting }) => sighting.arxivId));
  for (const [first, ...others] of groupBy(witnesses, ({ sighting }) => sighting.arxivId).values()) {
    for (const other of others) sets.unite((first as Witness).index, other.index);
  }
  const links = [...titleLinks(witnesses), ...renameLinks(witnesses)];
  links.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
  const suspicious = new Map<string, [Witness, Witness]>();
  for (const { a, b, strength } of links) {
    if (sets.unite(a, b) || strength < suspiciousStrength) continue;
    const key = [sets.label(a), sets.label(b)].sort().join(' ');
    if (!suspicious.has(key)) suspicious.set(key, [witnesses[a] as Witness, witnesses[b] as Witness]);
  }
  attachSilent(witnesses, sets);
  return {
    papers: [...groupBy(witnesses, ({ index }) => sets.find(index)).values()],
    sameButForId: [...suspicious.values()],
  };
}
