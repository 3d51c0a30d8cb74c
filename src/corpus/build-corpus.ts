import { mathCss } from '#abstracts/math-css.ts';
import type { Result } from '#diagnostics/message.ts';
import { applyEnrichment } from '#enrichment/apply-enrichment.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { mergeSightings } from '#papers/merge.ts';
import { applyCorrections } from '#papers/apply-corrections.ts';
import { applyFormerPapers, type PresentPapers } from '#papers/apply-former-papers.ts';
import type { Corrections, Paper } from '#papers/schema.ts';
import type { ReadFeed } from '#sightings/schema.ts';
import { accentMessages } from '#site/accent-contrast.ts';
import type { FeedsConfig, SiteConfig } from '#site/schema.ts';
import type { Successors } from '#text/successors.ts';
import { TermCoder } from '#text/term-coder.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { groupAuthors } from './authors.ts';
import type { Corpus } from './corpus.ts';
import { groupDigests } from './digests.ts';
import { summarizeFeed } from './feed-summary.ts';
import { missingFeeds } from './missing-feeds.ts';
import { ownerFormulas } from './owner-formulas.ts';
import { groupByTopic } from './topics.ts';
import type { Entry, Prepared } from './schema.ts';

/**
 * What a site's owner wrote or reviewed: configuration, taxonomy, what became of former papers and topics, corrections,
 * the text of the about page, records of papers.
 */
export interface Content {
  site: SiteConfig;
  taxonomy: Taxonomy;
  feeds: FeedsConfig;
  formerPapers: Successors;
  formerTopics: Successors;
  corrections: Corrections;
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
  const {
    value: { papers, formerPapers },
    messages,
  } = mergeFeeds(content, feeds);
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
    formerPapers,
    formerTopics: content.formerTopics,
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
      ...accentMessages(content.site),
      ...content.aboutMarkdown.messages,
      ...ownerFormulas({ ...content, about: content.aboutMarkdown.value ?? '' }),
      ...messages,
    ],
    termCoder: () => new TermCoder(),
    mathCss: mathCss(prepared.flatMap(({ styles }) => styles)),
    aboutMarkdown: content.aboutMarkdown.value,
  };
}

/** The papers of all feeds, with the arXiv records that were found for them, as far as their owner wants them. */
export function mergeFeeds(
  { enrichment, formerPapers, corrections }: Pick<Content, 'enrichment' | 'formerPapers' | 'corrections'>,
  feeds: readonly Result<ReadFeed>[],
): Result<PresentPapers> {
  const merged = mergeSightings(feeds.flatMap(({ value }) => value.sightings));
  const enriched = applyEnrichment(merged.value, enrichment.value);
  const present = applyFormerPapers(enriched.value, formerPapers);
  const corrected = applyCorrections(present.value.papers, corrections);
  const messages = [
    ...feeds.flatMap((feed) => feed.messages),
    ...merged.messages,
    ...enrichment.messages,
    ...enriched.messages,
    ...present.messages,
    ...corrected.messages,
  ];
  return { value: { ...present.value, papers: corrected.value }, messages };
}
