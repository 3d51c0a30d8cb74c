import { sharedCount } from '#text/shingles.ts';
import { groupBy } from './group-by.ts';
import { paperLink, type PaperLink } from './links.ts';
import { ShingleCache, type Witness } from './witness.ts';

/**
 * Sightings of equal titles are one paper when their abstracts share this part of the shorter one's shingles: of
 * 384 papers with two versions of the abstract and one title, the least alike shared .12; unlike papers share
 * nothing but phrases. The part of the shorter one, because feeds cut their last abstract off.
 */
export const minContainment = 0.1;

/** Sightings of one title that each further one is compared with; bounds the time that a stock title costs. */
const maxCompared = 40;

/** Links between sightings of one normalised title whose abstracts agree; those without abstract have none. */
export function titleLinks(witnesses: readonly Witness[]): PaperLink[] {
  const links: PaperLink[] = [];
  const cache = new ShingleCache();
  for (const namesakes of groupBy(witnesses, ({ print }) => print.title).values()) {
    if (namesakes.length === 1) continue;
    const telling = namesakes.filter(({ print }) => print.abstract !== '');
    const byAbstract = [...groupBy(telling, ({ print }) => print.abstract).values()];
    const firsts = byAbstract.flatMap((twins) => twins.slice(0, 1));
    // One by one: thousands of sightings have more links than a call takes arguments.
    for (const link of byAbstract.flatMap(twinLinks)) links.push(link);
    for (const link of likenessLinks(firsts, cache)) links.push(link);
  }
  return links;
}

/** Sightings of equal title and abstract. Several, as arXiv ids may forbid the first. */
function twinLinks(twins: readonly Witness[]): PaperLink[] {
  return twins.flatMap(({ index }, rank) =>
    twins.slice(0, Math.min(rank, maxCompared)).map((other) => paperLink(other.index, index, 2)),
  );
}

function likenessLinks(namesakes: readonly Witness[], cache: ShingleCache): PaperLink[] {
  return namesakes.flatMap((witness, rank) =>
    namesakes.slice(0, Math.min(rank, maxCompared)).flatMap((other) => {
      const containment = abstractContainment(cache.of(other), cache.of(witness));
      return containment < minContainment
        ? []
        : paperLink(other.index, witness.index, 1 + containment * 0.99);
    }),
  );
}

/** The part of the smaller set that the other has too. */
export function abstractContainment(a: Uint32Array, b: Uint32Array): number {
  return sharedCount(a, b) / Math.min(a.length, b.length);
}
