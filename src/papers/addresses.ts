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
  const titles = titleUses(papers);
  papers.forEach((witnesses, index) => {
    const { formerSlugs } = addresses[index] as Address;
    for (const slug of otherSlugs(witnesses, titles)) {
      if (slugs.has(slug)) continue;
      slugs.add(slug);
      formerSlugs.push(slug);
    }
    formerSlugs.sort();
  });
  return addresses;
}

/** The first sighting of a title, the first one whose abstract tells something, and how many papers have the title. */
interface TitleUse {
  first: Witness;
  firstTelling: Witness | null;
  paperCount: number;
}

/**
 * The slugs that sightings of a paper had if they stood alone: those of other titles; and with an id behind them
 * those whose abstract alone would not have joined them to the first paper of their title, or whose title several
 * papers have, so that what was known at the time decided which of them they joined.
 */
function* otherSlugs(
  witnesses: readonly Witness[],
  titles: ReadonlyMap<string, TitleUse>,
): Generator<string> {
  const [firstOfPaper] = witnesses as [Witness];
  for (const witness of witnesses) {
    const { print, sighting } = witness;
    const slug = slugOf(witness);
    if (print.title !== firstOfPaper.print.title) yield slug || slugWithId(slug, digest(print.title));
    const { first, firstTelling, paperCount } = titles.get(print.title) as TitleUse;
    const mayHaveStoodAlone =
      paperCount > 1 || isKnownById(first) || (firstTelling !== null && isUnlike(firstTelling, witness));
    if (witness === first || !mayHaveStoodAlone) continue;
    yield slugWithId(slug, digest(print.title, print.abstract));
    if (sighting.arxivId !== null) yield slugWithId(slug, digest(print.title, sighting.arxivId));
  }
}

function titleUses(papers: readonly (readonly Witness[])[]): Map<string, TitleUse> {
  const paperCounts = new Map<string, number>();
  for (const witnesses of papers) {
    for (const title of new Set(witnesses.map(({ print }) => print.title))) {
      paperCounts.set(title, (paperCounts.get(title) ?? 0) + 1);
    }
  }
  const uses = new Map<string, TitleUse>();
  for (const witness of papers.flat().sort((a, b) => a.index - b.index)) {
    const { title, abstract } = witness.print;
    const use = uses.get(title);
    if (use === undefined) {
      const firstTelling = abstract === '' ? null : witness;
      uses.set(title, { first: witness, firstTelling, paperCount: paperCounts.get(title) ?? 0 });
    } else if (abstract !== '') use.firstTelling ??= witness;
  }
  return uses;
}

/** Whether another sighting of a title would not have joined the first one by title and abstract. */
function isUnlike({ print, sighting }: Witness, other: Witness): boolean {
  if (other.print.abstract === '') return isKnownById(other);
  if (print.abstract === other.print.abstract) return false;
  const [left, right] = [abstractShingles(sighting.abstract), abstractShingles(other.sighting.abstract)];
  return abstractContainment(left, right) < minContainment;
}

/** Whether a sighting without abstract belongs to its paper by arXiv id, and so did not join one by its title. */
function isKnownById({ print, sighting }: Witness): boolean {
  return print.abstract === '' && sighting.arxivId !== null;
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
