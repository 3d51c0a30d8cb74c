import { authorSlug } from '#corpus/authors.ts';
import { citationRecord } from '#citation/citation-record.ts';
import { withFirstAuthors } from '#citation/first-authors.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls, type Urls } from '#site/urls.ts';
import { papersWithImage } from '#social-image/social-cards.ts';
import { cardOf, topicsOf } from './card-of.ts';
import type { Neighbour, PaperAppearance, PaperContext } from './paper-page.ts';

/**
 * Where a paper stands in the corpus. What its page shows of other papers is told by this, and by the papers that this
 * names, and by nothing else: a build tells by them whether the page is another one than before.
 */
export interface PaperPlace {
  /** The pages of its authors, in their order; null where one has none. */
  authorSlugs: readonly (string | null)[];
  appearances: readonly PaperAppearance[];
  related: readonly { id: string; terms: readonly string[] }[];
  previous: string | null;
  next: string | null;
  hasSocialImage: boolean;
}

/** The contexts of papers, by their ids. */
export function createPaperContexts(corpus: Corpus): (id: string) => PaperContext {
  const urls = createUrls(corpus.site);
  const placeOf = createPaperPlaces(corpus);
  return (id) => contextAt(corpus, id, placeOf(id), urls);
}

/** The context of a paper whose place is known. */
export function contextAt(corpus: Corpus, id: string, place: PaperPlace, urls: Urls): PaperContext {
  const [entry, rendered] = [corpus.entryById.get(id)!, corpus.renderedById.get(id)!];
  const { authorSlugs, appearances, related, previous, next, hasSocialImage } = place;
  const neighbour = (other: string | null): Neighbour | null =>
    other === null
      ? null
      : {
          slug: corpus.entryById.get(other)!.paper.slug,
          titleHtml: corpus.renderedById.get(other)!.titleHtml,
        };
  return {
    topics: topicsOf(corpus, entry.topics),
    authors: entry.paper.authors.map((name, index) => ({ name, slug: authorSlugs[index]! })),
    appearances,
    related: related.map(({ id: other, terms }) => ({
      card: { ...cardOf(corpus, other), abstractHtml: null, topics: [] },
      terms,
    })),
    previous: neighbour(previous),
    next: neighbour(next),
    hasFiles: corpus.site.paperFiles,
    hasSocialImage,
    urls,
    citation: withFirstAuthors(citationRecord(entry, rendered, urls)),
  };
}

/** The ids of the papers that a place names. */
export const papersNear = ({ related, previous, next }: PaperPlace): string[] =>
  [...related.map(({ id }) => id), previous, next].filter((id) => id !== null);

/**
 * Prepares what the places of all papers need from the rest of the corpus, and returns the function that gives the
 * place of one (by id). Preparing goes over the corpus once; a place then costs a few look-ups.
 */
export function createPaperPlaces(corpus: Corpus): (id: string) => PaperPlace {
  const neighbours = neighboursInDigests(corpus);
  const appearances = appearancesInDigests(corpus);
  const withImage = papersWithImage(corpus);
  const pagedAuthors = new Set(corpus.authors.map(({ slug }) => slug));
  return (id) => {
    const entry = corpus.entryById.get(id);
    if (entry === undefined) throw new Error(`Paper ${id} is not in the corpus: its page cannot be made.`);
    return {
      authorSlugs: entry.paper.authors.map(authorSlug).map((slug) => (pagedAuthors.has(slug) ? slug : null)),
      appearances: appearances.get(id) ?? [],
      related: entry.related.map(({ id: other, terms }) => ({ id: other, terms })),
      previous: neighbours.get(id)?.previous ?? null,
      next: neighbours.get(id)?.next ?? null,
      hasSocialImage: withImage.has(id),
    };
  };
}

/** Where each paper stands in the digests, the oldest digest first and the undated last. */
function appearancesInDigests({ digests }: Corpus): Map<string, PaperAppearance[]> {
  const places = new Map<string, PaperAppearance[]>();
  for (const { date, items } of oldestFirst(digests))
    for (const { id, position } of items) {
      const place = { date, position, papers: items.length };
      const known = places.get(id);
      if (known) known.push(place);
      else places.set(id, [place]);
    }
  return places;
}

const oldestFirst = (digests: Corpus['digests']): Corpus['digests'] => [
  ...digests.filter(({ date }) => date !== null).reverse(),
  ...digests.filter(({ date }) => date === null),
];

/** The papers before and after each paper in the oldest digest that has it. */
function neighboursInDigests({ digests }: Corpus): Map<string, { previous?: string; next?: string }> {
  const neighbours = new Map<string, { previous?: string; next?: string }>();
  for (const { items } of oldestFirst(digests))
    items.forEach(({ id }, index) => {
      if (!neighbours.has(id))
        neighbours.set(id, { previous: items[index - 1]?.id, next: items[index + 1]?.id });
    });
  return neighbours;
}
