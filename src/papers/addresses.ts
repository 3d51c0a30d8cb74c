import { createHash } from 'node:crypto';
import { slugify } from '#text/slug.ts';
import { abstractShingles } from './fingerprint.ts';
import { withoutTex } from './normalise-title.ts';
import type { Paper } from './schema.ts';
import { abstractContainment, minContainment } from './title-links.ts';
import type { Witness } from './witness.ts';

/** What a paper is known by. */
export type Address = Pick<Paper, 'id' | 'slug' | 'formerSlugs'>;

/**
 * Gives each paper (its sightings in canonical order, the papers in that of their first ones) its id and slugs.
 *
 * - `id`: 16 hexadecimal digits of the SHA-256 of the normalised title of the first sighting; of a further paper of
 *   that title, with the hash of its first sighting's abstract behind it.
 * - `slug`: the words of that title; where another paper has it already, with the beginning of the id behind it.
 * - `formerSlugs`: what the slug was or would be, if another sighting of the paper came first or stood alone.
 *
 * Guaranteed: sightings of the same normalised title never change id and slug, whatever their feed, format or date,
 * nor does a paper that gains an arXiv id, or a later title (later in canonical order). Papers that come later in
 * canonical order do not change those of earlier ones. What can: a sighting of another title that comes *before* all
 * others in canonical order (an older digest is added); then the address so far is among `formerSlugs`.
 */
export function assignAddresses(papers: readonly (readonly Witness[])[]): Address[] {
  const ids = new Set<string>();
  const slugs = new Set<string>();
  const addresses = papers.map(([first]) => {
    const witness = first as Witness;
    const id = claim(ids, idCandidates(witness));
    return { id, slug: claim(slugs, slugCandidates(witness, id)), formerSlugs: [] as string[] };
  });
  papers.forEach((witnesses, index) => {
    const { formerSlugs } = addresses[index] as Address;
    for (const slug of otherSlugs(witnesses)) {
      if (slugs.has(slug)) continue;
      slugs.add(slug);
      formerSlugs.push(slug);
    }
    formerSlugs.sort();
  });
  return addresses;
}

/** The slugs of other titles, and of sightings whose abstract alone would not have joined them to the first one. */
function* otherSlugs([first, ...others]: readonly Witness[]): Generator<string> {
  if (first === undefined) return;
  for (const other of others) {
    const slug = slugOf(other);
    if (other.print.title !== first.print.title) {
      if (slug !== '') yield slug;
    } else if (isUnlike(first, other)) {
      yield slugWithId(slug, digest(other.print.title, other.print.abstract));
    }
  }
}

function isUnlike({ print, sighting }: Witness, other: Witness): boolean {
  if (print.abstract === '' || other.print.abstract === '' || print.abstract === other.print.abstract)
    return false;
  const [left, right] = [abstractShingles(sighting.abstract), abstractShingles(other.sighting.abstract)];
  return abstractContainment(left, right) < minContainment;
}

function* idCandidates({ print, sighting }: Witness): Generator<string> {
  yield digest(print.title);
  yield digest(print.title, print.abstract);
  yield digest(print.title, sighting.arxivId ?? '');
  yield digest(print.title, sighting.feed, String(sighting.line), String(sighting.position));
}

function* slugCandidates(witness: Witness, id: string): Generator<string> {
  const slug = slugOf(witness);
  if (slug !== '') yield slug;
  yield slugWithId(slug, id);
  yield `${slug || 'paper'}-${id}`;
}

function slugWithId(slug: string, id: string): string {
  return `${slug || 'paper'}-${id.slice(0, 6)}`;
}

function slugOf({ sighting }: Witness): string {
  return slugify(withoutTex(sighting.title));
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

function claim(taken: Set<string>, candidates: Generator<string>): string {
  for (const candidate of candidates) {
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
  throw new Error(
    'assignAddresses: two papers have one address. A sighting occurs in two papers; merge it once.',
  );
}
