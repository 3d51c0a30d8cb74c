import type { Message } from '#diagnostics/message.ts';
import type { FeedFormat } from '#sightings/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Successors } from '#text/successors.ts';
import type { TermCoder } from '#text/term-coder.ts';
import type { Taxonomy } from '#topics/schema.ts';
import type { AuthorRecord, Digest, Entry, RenderedEntry } from './schema.ts';

/** What the status page tells of one feed: how many lines were read as what, and what came of them. */
export interface FeedSummary {
  feed: string;
  label: string | null;
  sourceUrl: string | null;
  format: FeedFormat | null;
  date: string | null;
  lineCount: number;
  lineRoles: Record<string, number> | null;
  sightings: number;
}

/**
 * All that a site is made from; every page is a pure function of it.
 *
 * - `entries`: sorted by id. `byTopic`: newest first, topics in the taxonomy's order.
 * - `digests`: newest first, undated ones last.
 * - `formerPapers`, `formerTopics`: what took the place of pages that the site had.
 * - `termCoder`: makes a coder of the terms of texts, which knows those that an earlier build found.
 * - `mathCss`: the rules behind the classes that stand in for KaTeX's inline styles.
 */
export interface Corpus {
  site: SiteConfig;
  taxonomy: Taxonomy;
  formerPapers: Successors;
  formerTopics: Successors;
  entries: readonly Entry[];
  entryById: ReadonlyMap<string, Entry>;
  renderedById: ReadonlyMap<string, RenderedEntry>;
  digests: readonly Digest[];
  byTopic: ReadonlyMap<string, readonly Entry[]>;
  authors: readonly AuthorRecord[];
  feeds: readonly FeedSummary[];
  messages: readonly Message[];
  termCoder: () => TermCoder;
  mathCss: string;
  aboutMarkdown: string | null;
}
