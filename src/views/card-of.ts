import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import { type Card, shortAuthors } from './paper-card.ts';

const cards = new WeakMap<RenderedEntry, Card>();

/**
 * The card of a paper of the corpus, made once, since it stands in many lists. Throws for an id that the corpus does
 * not have.
 */
export function cardOf(corpus: Corpus, id: string): Card {
  const entry = corpus.entryById.get(id);
  const rendered = corpus.renderedById.get(id);
  if (entry === undefined || rendered === undefined)
    throw new Error(`Paper ${id} is listed but not in the corpus: build the corpus again from its feeds.`);
  let card = cards.get(rendered);
  if (card === undefined) cards.set(rendered, (card = makeCard(corpus, entry, rendered)));
  return card;
}

function makeCard(corpus: Corpus, entry: Entry, rendered: RenderedEntry): Card {
  const { paper } = entry;
  return {
    slug: paper.slug,
    titleHtml: rendered.titleHtml,
    abstractHtml: rendered.abstractHtml,
    topics: topicsOf(corpus, entry.topics),
    date: entryDate({ sightings: paper.sightings, published: null }),
    published: paper.published,
    authors: shortAuthors(paper.authors, paper.authorCount, paper.organization),
    hasCode: entry.links.some(({ kind }) => kind === 'code'),
  };
}

const topicNames = onceFor(
  ({ topics }: Corpus['taxonomy']): ReadonlyMap<string, string> =>
    new Map(topics.map(({ slug, name }) => [slug, name])),
);

/** Slugs with the names that the taxonomy gives them, in the order given. */
export function topicsOf(
  { taxonomy }: Pick<Corpus, 'taxonomy'>,
  slugs: readonly string[],
): { slug: string; name: string }[] {
  const names = topicNames(taxonomy);
  return slugs.flatMap((slug) => (names.has(slug) ? [{ slug, name: names.get(slug)! }] : []));
}
