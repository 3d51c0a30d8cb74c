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
  if (card === undefined) cards.set(rendered, (card = new CardOfPaper(corpus, entry, rendered)));
  return card;
}

/** Reads the abstract when it is asked for: a build leaves it in a file. A copy by its properties is without it. */
class CardOfPaper implements Card {
  readonly slug: string;
  readonly titleHtml: string;
  readonly topics: Card['topics'];
  readonly date: string | null;
  readonly published: string | null;
  readonly authors: string | null;
  readonly hasCode: boolean;
  readonly codeUrl: string | undefined;
  readonly upvotes: number | null;
  readonly #rendered: RenderedEntry;

  constructor(corpus: Corpus, { paper, topics, links }: Entry, rendered: RenderedEntry) {
    this.slug = paper.slug;
    this.titleHtml = rendered.titleHtml;
    this.topics = topicsOf(corpus, topics);
    this.date = entryDate({ sightings: paper.sightings, published: null });
    this.published = paper.published;
    this.authors = shortAuthors(paper.authors, paper.authorCount, paper.organization);
    this.codeUrl = links.find(({ kind }) => kind === 'code')?.url;
    this.upvotes = paper.upvotes;
    this.hasCode = this.codeUrl !== undefined;
    this.#rendered = rendered;
  }

  get abstractHtml(): string {
    return this.#rendered.abstractHtml;
  }
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
