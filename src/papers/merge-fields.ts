import type { FeedFormat, Link, Sighting } from '#sightings/schema.ts';
import { byCodeUnits, canonicalOrder } from './canonical-order.ts';
import type { Appearance, Paper } from './schema.ts';

/** The fields of a paper that come from its sightings alone. */
export type MergedFields = Omit<Paper, 'id' | 'slug' | 'formerSlugs'>;

/** How well a format knows a paper: arXiv's own records best, scraped text least. */
const AUTHORITY: Record<FeedFormat, number> = {
  'arxiv-atom': 4,
  'arxiv-json': 3,
  'arxiv-rss': 2,
  'hf-api': 1,
  'blocks-with-bylines': 0,
  blocks: 0,
  compact: 0,
};

/**
 * The best value of each field from the sightings of one paper, independent of their order.
 *
 * | field | value |
 * |---|---|
 * | `abstract`, `tex` | authors' TeX before damaged; then one that ends a sentence; then the latest |
 * | `title` | of the same `tex` where there is one; then one that still has TeX; then the latest |
 * | `published` | of the best authority; among its values the earliest |
 * | `updated` | the latest |
 * | `arxivId`, `doi`, `authors`, `organization`, `categories`, `keywords`, `summary` | the latest of the best authority
 *   that knows |
 * | `authorCount` | the number of `authors`; where they are unknown the latest count |
 * | `comments`, `upvotes` | the largest, as they only grow |
 * | `links` | all, each URL once, by kind and URL |
 * | `sightings` | all, by date (undated last), feed, line, position |
 *
 * Authority: arXiv Atom, arXiv JSON, arXiv RSS, Hugging Face API, scraped text. The latest is by `updated`, else the
 * date of the digest, else the canonical order.
 */
export function mergeFields(sightings: readonly Sighting[]): MergedFields {
  const latest = [...sightings].sort(byRecency);
  const known = [...latest].sort((a, b) => AUTHORITY[b.format] - AUTHORITY[a.format]);
  const text = [...latest].sort(byAbstractQuality)[0] as Sighting;
  const title = [...latest].sort(
    (a, b) =>
      Number(b.tex === text.tex) - Number(a.tex === text.tex) ||
      Number(hasTex(b.title)) - Number(hasTex(a.title)),
  )[0] as Sighting;
  const first = <K extends keyof Sighting>(key: K) =>
    known.find((sighting) => sighting[key] !== null)?.[key] ?? null;
  const list = (key: 'authors' | 'categories' | 'keywords') =>
    known.find((sighting) => sighting[key].length > 0)?.[key] ?? [];
  const authors = list('authors');
  return {
    title: title.title,
    abstract: text.abstract,
    tex: text.tex,
    published: earliestOfBest(known),
    updated: largest(sightings.map((sighting) => sighting.updated)),
    arxivId: first('arxivId'),
    doi: first('doi'),
    authors,
    authorCount:
      authors.length > 0
        ? authors.length
        : (latest.find((sighting) => sighting.authorCount !== null)?.authorCount ?? null),
    organization: first('organization'),
    comments: largest(sightings.map((sighting) => sighting.comments)),
    upvotes: largest(sightings.map((sighting) => sighting.upvotes)),
    categories: list('categories'),
    keywords: list('keywords'),
    summary: first('summary'),
    links: mergedLinks(known),
    sightings: sightings.map(appearance).sort(byAppearance),
  };
}

function byRecency(a: Sighting, b: Sighting): number {
  return byCodeUnits(b.updated ?? b.date ?? '', a.updated ?? a.date ?? '') || canonicalOrder(b, a);
}

function byAbstractQuality(a: Sighting, b: Sighting): number {
  return (
    Number(b.abstract !== '') - Number(a.abstract !== '') ||
    Number(b.tex === 'authors') - Number(a.tex === 'authors') ||
    Number(endsSentence(b.abstract)) - Number(endsSentence(a.abstract)) ||
    byRecency(a, b)
  );
}

function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]}$]*$/.test(text);
}

function hasTex(text: string): boolean {
  return /\$[^$]+\$|\\[a-zA-Z]/.test(text);
}

function earliestOfBest(known: readonly Sighting[]): string | null {
  const best = known.find((sighting) => sighting.published !== null);
  if (best === undefined) return null;
  const dates = known.flatMap((sighting) =>
    AUTHORITY[sighting.format] === AUTHORITY[best.format] ? (sighting.published ?? []) : [],
  );
  return dates.reduce((a, b) => (b < a ? b : a));
}

function largest<T extends string | number>(values: readonly (T | null)[]): T | null {
  return values.reduce<T | null>(
    (best, value) => (value !== null && (best === null || value > best) ? value : best),
    null,
  );
}

/** The links of all, each URL once, by kind and URL. */
export function mergedLinks(sightings: readonly Pick<Sighting, 'links'>[]): Link[] {
  const byUrl = new Map<string, Link>();
  for (const { links } of sightings)
    for (const link of links) if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  return [...byUrl.values()].sort((a, b) => byCodeUnits(a.kind, b.kind) || byCodeUnits(a.url, b.url));
}

function appearance({ feed, line, position, date }: Sighting): Appearance {
  return { feed, line, position, date };
}

/** The order of a paper's sightings. */
export function byAppearance(a: Appearance, b: Appearance): number {
  return (
    byCodeUnits(a.date ?? '~', b.date ?? '~') ||
    byCodeUnits(a.feed, b.feed) ||
    a.line - b.line ||
    a.position - b.position
  );
}
