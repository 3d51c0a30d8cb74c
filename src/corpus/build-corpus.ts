import { mathCss } from '#abstracts/math-css.ts';
import type { Result } from '#diagnostics/message.ts';
import { applyEnrichment } from '#enrichment/apply-enrichment.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { mergeSightings } from '#papers/merge.ts';
import type { Paper } from '#papers/schema.ts';
import type { ReadFeed } from '#sightings/schema.ts';
import type { FeedsConfig, SiteConfig } from '#site/schema.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { groupAuthors } from './authors.ts';
import type { Corpus } from './corpus.ts';
import { groupDigests } from './digests.ts';
import { summarizeFeed } from './feed-summary.ts';
import { missingFeeds } from './missing-feeds.ts';
import { groupByTopic } from './topics.ts';
import type { Entry, Prepared } from './schema.ts';

/** What a site's owner wrote or reviewed: configuration, taxonomy, the text of the about page, records of papers. */
export interface Content {
  site: SiteConfig;
  taxonomy: Taxonomy;
  feeds: FeedsConfig;
  aboutMarkdown: Result<string | null>;
  enrichment: Result<Enrichment[]>;
}

/**
 * The whole pipeline from read feeds to the corpus, but for `relate.ts`, which pages that list papers need not wait
 * for. The costly stage, `prepare`, is given by the caller so that it may run in workers and be kept between builds;
 * it answers in the order of the papers. Throws only what it throws.
 */
export async function buildCorpus(
  content: Content,
  feeds: readonly Result<ReadFeed>[],
  prepare: (papers: readonly Paper[]) => Promise<readonly Prepared[]>,
): Promise<Corpus> {
  const { value: papers, messages } = mergeFeeds(content, feeds);
  const prepared = await prepare(papers);

  const entries = papers.map((paper, index): Entry => {
    const { title, abstract, topics, links } = prepared[index]!;
    return { paper, title, abstract, topics, links, related: [] };
  });
  const order = new Map(
    Object.entries(content.feeds).flatMap(([feed, { order }]) =>
      order === undefined ? [] : [[feed, order] as const],
    ),
  );
  return {
    site: content.site,
    taxonomy: content.taxonomy,
    entries,
    entryById: new Map(entries.map((entry) => [entry.paper.id, entry])),
    renderedById: new Map(papers.map(({ id }, index) => [id, prepared[index]!.rendered])),
    digests: groupDigests(papers, order),
    byTopic: groupByTopic(entries, content.taxonomy),
    authors: groupAuthors(entries, content.site.authors.pagesFrom),
    feeds: feeds.map(({ value }) => summarizeFeed(value)),
    messages: [
      ...missingFeeds(
        content.feeds,
        feeds.map(({ value }) => value.feed),
      ),
      ...content.aboutMarkdown.messages,
      ...messages,
    ],
    mathCss: mathCss(prepared.flatMap(({ styles }) => styles)),
    aboutMarkdown: content.aboutMarkdown.value,
  };
}

/** The papers of all feeds, with the arXiv records that were found for them. */
export function mergeFeeds(
  { enrichment }: Pick<Content, 'enrichment'>,
  feeds: readonly Result<ReadFeed>[],
): Result<Paper[]> {
  const merged = mergeSightings(feeds.flatMap(({ value }) => value.sightings));
  const enriched = applyEnrichment(merged.value, enrichment.value);
  const messages = [
    ...feeds.flatMap((feed) => feed.messages),
    ...merged.messages,
    ...enrichment.messages,
    ...enriched.messages,
  ];
  return { value: enriched.value, messages };
}
