import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { parseTemplate, stamp, templateSlug } from '#site/template.ts';
import { createUrls, syndicationFiles } from '#site/urls.ts';
import { atom } from '#syndication/atom.ts';
import { feedsOf } from '#syndication/feeds-of.ts';
import { jsonFeed } from '#syndication/json-feed.ts';
import type { OutgoingFeed } from '#syndication/outgoing-feeds.ts';
import { rss } from '#syndication/rss.ts';
import { authorHead, authorMain } from '#views/author-page.ts';
import { createPaperContexts } from '#views/paper-context.ts';
import { paperHead } from '#views/paper-head.ts';
import { paperMain } from '#views/paper-page.ts';
import { formerPaperPage } from '#views/former-paper-page.ts';
import type { FormerPapers } from '../content/load-former-papers.ts';
import { writeRedirects } from './write-redirects.ts';

interface StampedPage {
  slug: string;
  head: string;
  main: string;
}

/**
 * Writes the pages that Astro laid out only once as templates (which are removed): papers, and authors with their
 * feeds; and what stands at the addresses that papers formerly had.
 */
export function stampPages(corpus: Corpus, formerPapers: FormerPapers, out: string): void {
  stampFolder(join(out, 'papers'), papersOf(corpus, formerPapers));
  stampFolder(join(out, 'authors'), authorsOf(corpus));
  for (const feed of feedsOf(corpus)) if (feed.kind === 'author') writeFeed(feed, corpus.site.base, out);
  const urls = createUrls(corpus.site);
  writeRedirects(corpus, formerPapers, urls, out);
}

function writeFeed(feed: OutgoingFeed, base: string, out: string): void {
  const folder = join(out, feed.below.slice(base.length));
  const items = feed.current();
  writeFileSync(join(folder, syndicationFiles.rss), rss(feed.channel, items));
  writeFileSync(join(folder, syndicationFiles.atom), atom(feed.channel, items));
  writeFileSync(join(folder, syndicationFiles.json), jsonFeed(feed.channel, items));
}

function* papersOf(corpus: Corpus, formerPapers: FormerPapers): Generator<StampedPage> {
  const slugs = new Set<string>();
  const contextOf = createPaperContexts(corpus);
  for (const entry of corpus.entries) {
    const { id, slug } = entry.paper;
    slugs.add(slug);
    const rendered = corpus.renderedById.get(id)!;
    const context = contextOf(id);
    yield {
      slug,
      head: paperHead(entry, rendered, context, corpus.site),
      main: paperMain(entry, rendered, context),
    };
  }
  for (const [slug, successor] of Object.entries(formerPapers))
    if (successor === null && !slugs.has(slug)) yield { slug, ...formerPaperPage(corpus.site) };
}

function* authorsOf(corpus: Corpus): Generator<StampedPage> {
  for (const author of corpus.authors)
    yield { slug: author.slug, head: authorHead(corpus, author), main: authorMain(corpus, author) };
}

function stampFolder(folder: string, pages: Iterable<StampedPage>): void {
  const template = parseTemplate(readFileSync(join(folder, templateSlug, 'index.html'), 'utf8'));
  rmSync(join(folder, templateSlug), { recursive: true });
  for (const { slug, head, main } of pages) {
    const page = join(folder, slug);
    mkdirSync(page);
    writeFileSync(join(page, 'index.html'), stamp(template, { head, main }));
  }
}
