import { markdownText } from '#abstracts/markdown.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { AuthorRecord, Entry } from '#corpus/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import { createUrls } from '#site/urls.ts';
import { formerSlugsByTopic } from '#topics/former-topics.ts';
import { archiveCount, archiveOf, currentOf } from './archives.ts';
import { channelOf } from './channel-of.ts';
import { digestItem } from './digest-item.ts';
import { newestFirst } from './newest-first.ts';
import { createPaperItems } from './paper-items.ts';
import type { Channel, FeedItem } from './schema.ts';

/** Feeds of which all entries can be had, in archive documents; of the others the newest must do. */
const archivedKinds: readonly string[] = ['site', 'topic'] satisfies OutgoingFeed['kind'][];

/**
 * One outgoing feed, in whatever format.
 *
 * - `below`: the path of the page that it belongs to, base path included; its files stand there.
 * - `formerlyBelow`: where the page was before: readers who subscribed there get the same files.
 * - `current()`: its newest entries. `archive(index)`: the entries of the document at `channel.archiveUrls[index]`.
 *   Both newest first, and made when asked for.
 * - `papers`: those whose entries it has, newest first; null for a feed whose entries are days.
 */
export interface OutgoingFeed {
  kind: 'site' | 'days' | 'code' | 'topic' | 'author';
  below: string;
  formerlyBelow: readonly string[];
  channel: Channel;
  papers: readonly Entry[] | null;
  current(): FeedItem[];
  archive(index: number): FeedItem[];
}

/** Whether an author is followed by feeds: with fewer papers than the site asks for there is little to follow. */
export const hasFeeds = ({ entries }: AuthorRecord, site: SiteConfig): boolean =>
  entries.length >= site.authors.feedsFrom;

/** All outgoing feeds of a site: its own, days, papers with code, topics in the taxonomy's order, authors by name. */
export function outgoingFeeds(corpus: Corpus): OutgoingFeed[] {
  const { site, taxonomy, authors, byTopic, digests, entryById, renderedById } = corpus;
  const urls = createUrls(site);
  const paperItem = createPaperItems(corpus, urls);
  const papers = newestFirst(corpus);
  const placeById = new Map(papers.map(({ paper }, place) => [paper.id, place]));
  const inOrder = (some: readonly Entry[]): Entry[] =>
    some.toSorted((a, b) => placeById.get(a.paper.id)! - placeById.get(b.paper.id)!);
  const formerSlugs = formerSlugsByTopic(corpus.formerTopics);

  const feed = <T>(
    kind: OutgoingFeed['kind'],
    below: string,
    about: Pick<Channel, 'title' | 'description'>,
    sources: readonly T[],
    itemOf: (source: T) => FeedItem,
    papers: readonly Entry[] | null = null,
    formerlyBelow: readonly string[] = [],
  ): OutgoingFeed => ({
    kind,
    below,
    formerlyBelow,
    channel: channelOf(
      site,
      urls,
      below,
      about,
      archivedKinds.includes(kind) ? archiveCount(sources.length) : 0,
    ),
    papers,
    current: () => currentOf(sources).map(itemOf),
    archive: (index) => archiveOf(sources, index).map(itemOf),
  });
  const paperFeed = (
    kind: OutgoingFeed['kind'],
    below: string,
    about: Pick<Channel, 'title' | 'description'>,
    of: readonly Entry[],
    formerlyBelow?: readonly string[],
  ): OutgoingFeed => feed(kind, below, about, of, paperItem, of, formerlyBelow);
  const titled = (title: string, description: string) => ({ title: `${title} · ${site.title}`, description });

  const dated = digests.flatMap(({ date, items }) => (date === null ? [] : [{ date, items }]));
  const withCode = papers.filter(({ links }) => links.some(({ kind }) => kind === 'code'));
  return [
    paperFeed('site', urls.home, site, papers),
    feed('days', urls.dates, titled('Days', 'The papers of a day as one entry.'), dated, ({ date, items }) =>
      digestItem(
        date,
        items.map(({ id, seenBefore }) => ({
          entry: entryById.get(id)!,
          rendered: renderedById.get(id)!,
          seenBefore,
        })),
        site,
        urls,
      ),
    ),
    paperFeed('code', urls.code, titled('Papers with code', 'Papers that link to their code.'), withCode),
    ...taxonomy.topics.map(({ slug, name, description }) =>
      paperFeed(
        'topic',
        urls.topic(slug),
        titled(name, markdownText(description)),
        inOrder(byTopic.get(slug) ?? []),
        formerSlugs.get(slug)?.map((former) => urls.topic(former)),
      ),
    ),
    ...authors
      .filter((author) => hasFeeds(author, site))
      .map(({ slug, name, entries }) =>
        paperFeed(
          'author',
          urls.author(slug),
          titled(name, `Papers by ${name}.`),
          inOrder(entries.map((id) => entryById.get(id)!)),
        ),
      ),
  ];
}
