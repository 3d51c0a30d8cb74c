import { sharedCount } from '#text/shingles.ts';
import { groupBy } from './group-by.ts';
import { paperLink, type PaperLink } from './links.ts';
import { overlappingPairs } from './near-duplicates.ts';
import { titleLikeness, titlesContradict } from './title-likeness.ts';
import { ShingleCache, type Witness } from './witness.ts';

/** Sightings of different titles are one paper when the Jaccard index of their abstracts reaches this, */
const minJaccard = 0.8;

/** or this, when their titles are alike as well. */
const minJaccardOfLikeTitles = 0.65;

/** Titles are alike when they share this part of their words. */
const minTitleLikeness = 0.8;

/** Below this, an abstract is too short for its likeness to say that a paper changed its title. */
const minWords = 25;

/** An abstract that stands below more different titles than this is a placeholder, and identifies nothing. */
const maxTitlesOfAbstract = 4;

/**
 * Links between sightings of different titles whose abstracts nearly agree: one paper whose title changed. Checked
 * on 83,000 abstracts, where such pairs are papers of arXiv and of conferences; series ("Part I", "Part II"),
 * comments and rejoinders are what must be kept apart.
 */
export function renameLinks(witnesses: readonly Witness[]): PaperLink[] {
  const long = witnesses.filter(({ print }) => print.wordCount >= minWords);
  const byAbstract = [...groupBy(long, ({ print }) => print.abstract).values()];
  const links = byAbstract.flatMap(sameAbstractLinks);
  const firsts = byAbstract.flatMap((group) => group.slice(0, 1));
  const cache = new ShingleCache();
  for (const pair of overlappingPairs(firsts.map(({ print }) => print.sketch))) {
    const [a, b] = [firsts[pair.a] as Witness, firsts[pair.b] as Witness];
    if (a.print.title === b.print.title || titlesContradict(a.sighting.title, b.sighting.title)) continue;
    const jaccard = jaccardIndex(cache.of(a), cache.of(b));
    const isLike = titleLikeness(a.sighting.title, b.sighting.title) >= minTitleLikeness;
    if (jaccard < (isLike ? minJaccardOfLikeTitles : minJaccard)) continue;
    links.push(paperLink(a.index, b.index, jaccard * 0.98));
  }
  return links;
}

function sameAbstractLinks(group: readonly Witness[]): PaperLink[] {
  const firsts = [...groupBy(group, ({ print }) => print.title).values()].flatMap((twins) =>
    twins.slice(0, 1),
  );
  if (firsts.length > maxTitlesOfAbstract) return [];
  return firsts.flatMap((witness, rank) =>
    firsts
      .slice(0, rank)
      .filter((other) => !titlesContradict(other.sighting.title, witness.sighting.title))
      .map((other) => paperLink(other.index, witness.index, 0.99)),
  );
}

function jaccardIndex(a: Uint32Array, b: Uint32Array): number {
  const shared = sharedCount(a, b);
  return shared / (a.length + b.length - shared);
}
