import type { Sighting } from '#sightings/schema.ts';
import { sharedCount } from '#text/shingles.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { abstractShingles, fingerprint, type Fingerprint } from './fingerprint.ts';
import { overlappingPairs } from './near-duplicates.ts';

/** Sightings of equal titles are one paper when their abstracts share this part of the shorter one's shingles. */
export const minContainmentOfNamesakes = 0.2;

/** Sightings of different titles are one paper when their abstracts reach this Jaccard index. */
export const minJaccardOfRenamed = 0.8;

/** An abstract that stands below more different titles than this is a placeholder, and identifies nothing. */
const maxTitlesOfAbstract = 4;

/** Sightings of one title that are compared with each further one; bounds the time that a stock title costs. */
const maxCompared = 40;

/** The papers among the sightings, and pairs of papers that are one in all but their arXiv ids. */
export interface Identities {
  /** Indexes into the sightings, ascending; the groups in the order of their first members. */
  groups: number[][];
  sameButForId: [number, number][];
}

/** Why two sightings may be one paper: the stronger the link, the earlier it is followed. */
interface Link {
  a: number;
  b: number;
  strength: number;
}

/**
 * Which sightings (in canonical order) are of one paper:
 *
 * 1. those of one arXiv id;
 * 2. those of one normalised title whose abstracts agree, as far as both have one;
 * 3. those of different titles whose abstracts nearly agree.
 *
 * Links are followed from the strongest to the weakest, and one that would unite two arXiv ids is not. The result
 * depends on the set of sightings only.
 */
export function identify(sightings: readonly Sighting[]): Identities {
  const prints = sightings.map(fingerprint);
  const sets = new DisjointSets(prints.map((print) => print.arxivId));
  const byArxivId = groupBy(prints, (print) => print.arxivId);
  for (const [first = 0, ...rest] of byArxivId.values()) for (const other of rest) sets.unite(first, other);
  const links = [...titleLinks(sightings, prints), ...abstractLinks(sightings, prints)];
  links.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
  const sameButForId: [number, number][] = [];
  for (const { a, b, strength } of links) {
    if (!sets.unite(a, b) && strength > 1.8 && prints[a]?.title === prints[b]?.title)
      sameButForId.push([a, b]);
  }
  const groups = groupBy(prints, (_, index) => sets.find(index));
  return { groups: [...groups.values()], sameButForId };
}

function titleLinks(sightings: readonly Sighting[], prints: readonly Fingerprint[]): Link[] {
  const links: Link[] = [];
  for (const members of groupBy(prints, (print) => print.title).values()) {
    if (members.length === 1) continue;
    const first = members[0] ?? 0;
    const telling = members.filter((member) => prints[member]?.abstract !== '');
    for (const member of members) {
      if (member === first || prints[member]?.abstract !== '') continue;
      links.push({ a: first, b: member, strength: 1.1 });
    }
    for (const member of members) {
      if (prints[member]?.abstract !== '') continue;
      for (const other of telling.slice(0, maxCompared)) links.push({ a: member, b: other, strength: 1.2 });
    }
    const groups = [...groupBy(telling, (member) => prints[member]?.abstract ?? '').values()].map(
      (positions) => positions.map((position) => telling[position] ?? 0),
    );
    const compared: { member: number; set: Uint32Array }[] = [];
    for (const group of groups) {
      const member = group[0] ?? 0;
      for (const other of group)
        for (const twin of group.slice(0, maxCompared))
          if (twin < other) links.push({ a: twin, b: other, strength: 2 });
      if (groups.length === 1) break;
      const set = abstractShingles(sightings[member]?.abstract ?? '');
      for (const earlier of compared) {
        const containment = sharedCount(earlier.set, set) / Math.min(earlier.set.length, set.length);
        if (containment >= minContainmentOfNamesakes)
          links.push({ a: earlier.member, b: member, strength: 1 + containment * 0.99 });
      }
      if (compared.length < maxCompared) compared.push({ member, set });
    }
  }
  return links;
}

function abstractLinks(sightings: readonly Sighting[], prints: readonly Fingerprint[]): Link[] {
  const byAbstract = groupBy(prints, (print) => print.abstract || null);
  const firsts: number[] = [];
  const links: Link[] = [];
  for (const members of byAbstract.values()) {
    firsts.push(members[0] ?? 0);
    const byTitle = [...groupBy(members, (member) => prints[member]?.title ?? '').values()].map(
      (positions) => members[positions[0] ?? 0] ?? 0,
    );
    if (byTitle.length > maxTitlesOfAbstract) continue;
    const [first = 0, ...rest] = byTitle;
    for (const other of rest) links.push({ a: first, b: other, strength: 1 });
  }
  const pairs = overlappingPairs(firsts.map((member) => prints[member]?.sketch ?? new Uint32Array()));
  const sets = new Map<number, Uint32Array>();
  const shinglesOf = (member: number) => {
    const known = sets.get(member);
    if (known !== undefined) return known;
    const set = abstractShingles(sightings[member]?.abstract ?? '');
    sets.set(member, set);
    return set;
  };
  for (const pair of pairs) {
    const [a, b] = [firsts[pair.a] ?? 0, firsts[pair.b] ?? 0];
    if (prints[a]?.title === prints[b]?.title) continue;
    const [left, right] = [shinglesOf(a), shinglesOf(b)];
    const shared = sharedCount(left, right);
    const jaccard = shared / (left.length + right.length - shared);
    if (jaccard >= minJaccardOfRenamed) links.push({ a, b, strength: jaccard * 0.99 });
  }
  return links;
}

/** The indexes of the items by key, ascending; items whose key is null are in no group. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T, index: number) => K | null): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  items.forEach((item, index) => {
    const key = keyOf(item, index);
    if (key === null) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return groups;
}
