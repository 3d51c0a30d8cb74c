import { createHash } from 'node:crypto';
import type { Sighting } from '#sightings/schema.ts';
import { slugify } from '#text/slug.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';
import { withoutTex } from './normalise-title.ts';
import type { Paper } from './schema.ts';

/** What a paper is known by. */
export type Address = Pick<Paper, 'id' | 'slug' | 'formerSlugs'>;

/**
 * Gives each group of sightings (both in canonical order) its id and slugs.
 *
 * - `id`: 16 hexadecimal digits of the SHA-256 of the normalised title of the first sighting in canonical order; of
 *   further papers of that title, with the abstract of their first sighting behind it.
 * - `slug`: the words of that title; where another paper has it already, with the beginning of the id behind it.
 * - `formerSlugs`: what the slug would be if another sighting of the group were the first or stood alone.
 *
 * Guaranteed: id and slug depend on nothing but the first sighting as long as title and slug are not shared with
 * another paper, and papers that come later in canonical order (later digests, records of arXiv) do not change those
 * of earlier ones. What can change them is a sighting that comes earlier in canonical order and has another
 * normalised title; the slug so far then is among `formerSlugs`.
 */
export function assignAddresses(groups: readonly (readonly Sighting[])[]): Address[] {
  const ids = new Set<string>();
  const slugs = new Set<string>();
  const addresses = groups.map((group) => {
    const print = fingerprint(group[0] as Sighting);
    const id = unused(ids, idCandidates(print, group[0] as Sighting));
    const slug = unused(slugs, slugCandidates(slugOf(group[0] as Sighting), id));
    return { id, slug, formerSlugs: [] as string[] };
  });
  groups.forEach((group, index) => {
    const address = addresses[index] as Address;
    const first = fingerprint(group[0] as Sighting);
    for (const sighting of group.slice(1)) {
      const print = fingerprint(sighting);
      if (print.title === first.title) continue;
      for (const slug of [slugOf(sighting)]) {
        if (slug === '' || slugs.has(slug)) continue;
        slugs.add(slug);
        address.formerSlugs.push(slug);
      }
    }
    address.formerSlugs.sort();
  });
  return addresses;
}

function slugOf(sighting: Sighting): string {
  return slugify(withoutTex(sighting.title));
}

function* idCandidates(print: Fingerprint, { feed, line, position }: Sighting): Generator<string> {
  yield digest(print.title);
  yield digest(`${print.title}\n${print.abstract}`);
  yield digest(`${print.title}\n${print.arxivId ?? ''}`);
  yield digest(`${print.title}\n${feed}\n${line}\n${position}`);
}

function* slugCandidates(slug: string, id: string): Generator<string> {
  if (slug !== '') yield slug;
  for (const length of [6, id.length]) yield `${slug || 'paper'}-${id.slice(0, length)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function unused(taken: Set<string>, candidates: Generator<string>): string {
  for (const candidate of candidates) {
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
  throw new Error('assignAddresses: two papers came out with one address; merge each sighting only once.');
}
