import { authorSlug } from '#corpus/authors.ts';
import { citationRecord } from '#citation/citation-record.ts';
import { withFirstAuthors } from '#citation/first-authors.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls, type Urls } from '#site/urls.ts';
import { papersWithImage } from '#social-image/social-cards.ts';
import { cardOf, topicsOf } from './card-of.ts';
import type { Neighbour, PaperAppearance, PaperContext, PaperSurroundings } from './paper-page.ts';

/** The contexts of papers, by their ids. */
export function createPaperContexts(corpus: Corpus): (id: string) => PaperContext {
  const urls = createUrls(corpus.site);
  const surroundingsOf = createSurroundings(corpus);
  return (id) => contextIn(corpus, id, surroundingsOf(id), urls);
}

/** The context of a paper whose surroundings are known. */
export function contextIn(
  corpus: Corpus,
  id: string,
  surroundings: PaperSurroundings,
  urls: Urls,
): PaperContext {
  const [entry, rendered] = [corpus.entryById.get(id)!, corpus.renderedById.get(id)!];
  return { ...surroundings, urls, citation: withFirstAuthors(citationRecord(entry, rendered, urls)) };
}

/**
 * Prepares what the pages of all papers need from the rest of the corpus, and returns the function that gives the
 * surroundings of one (by id). Preparing goes over the corpus once; surroundings then cost a few look-ups.
 */
export function createSurroundings(corpus: Corpus): (id: string) => PaperSurroundings {
  const neighbours = neighboursInDigests(corpus);
  const places = placesInDigests(corpus);
  const withImage = papersWithImage(corpus);
  const pagedAuthors = new Set(corpus.authors.map(({ slug }) => slug));

  const neighbour = (id: string | undefined): Neighbour | null =>
    id === undefined
      ? null
      : { slug: corpus.entryById.get(id)!.paper.slug, titleHtml: corpus.renderedById.get(id)!.titleHtml };

  return (id) => {
    const entry = corpus.entryById.get(id);
    if (entry === undefined) throw new Error(`Paper ${id} is not in the corpus: its page cannot be made.`);
    const around = neighbours.get(id);
    return {
      topics: topicsOf(corpus, entry.topics),
      authors: entry.paper.authors.map((name) => {
        const slug = authorSlug(name);
        return { name, slug: pagedAuthors.has(slug) ? slug : null };
      }),
      appearances: places.get(id) ?? [],
      related: entry.related.map(({ id: other, terms }) => ({
        card: { ...cardOf(corpus, other), abstractHtml: null, topics: [] },
        terms,
      })),
      previous: neighbour(around?.previous),
      next: neighbour(around?.next),
      hasFiles: corpus.site.paperFiles,
      hasSocialImage: withImage.has(id),
    };
  };
}

/** Where each paper stands in the digests, the oldest digest first and the undated last. */
function placesInDigests({ digests }: Corpus): Map<string, PaperAppearance[]> {
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
