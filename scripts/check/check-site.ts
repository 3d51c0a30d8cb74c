import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lostAddresses } from '#integrity/lost-addresses.ts';
import type { Finding } from '#integrity/schema.ts';
import { traceSightings } from '#integrity/trace-sightings.ts';
import type { Content } from '#corpus/build-corpus.ts';
import { checkContent } from './check-content.ts';
import { checkFiles } from './check-files.ts';
import { checkPages } from './check-pages.ts';
import { checkPapers } from './check-papers.ts';
import { checkSearch } from './check-search.ts';
import { papersPath, readPublishedPapers } from './published-papers.ts';
import { openSite } from './site-folder.ts';

export interface SiteCheck {
  folder: string;
  content: Pick<Content, 'site' | 'feeds'>;
  out: string;
  /** Addresses of papers of an earlier build, or null when there is nothing to compare with. */
  previous: readonly string[] | null;
}

/** What was found, in a stable order, and how much was looked at. */
export interface SiteCheckReport {
  findings: Finding[];
  counts: Record<'feeds' | 'lines' | 'sightings' | 'papers' | 'pages' | 'links' | 'files', number> & {
    previous: number | null;
  };
}

/** Compares a content folder with the site that was built of it, and that with an earlier one. */
export async function checkSite(options: SiteCheck): Promise<SiteCheckReport> {
  const content = await checkContent(options.folder, options.content.feeds);
  const site = openSite(options.out);
  const published = await readPublishedPapers(join(options.out, papersPath));
  const pages = checkPages(site);
  const addresses = site.files.size === 0 ? [] : paperFolders(options.out);
  return {
    findings: [
      ...content.findings,
      ...published.findings,
      ...traceSightings(content.sightings, published.papers),
      ...checkPapers(site, published.papers, options.content.site.paperFiles),
      ...(await checkSearch(site, published.papers.length)),
      ...checkFiles(site),
      ...pages.findings,
      ...lostAddresses(options.previous ?? [], new Set(addresses)),
    ],
    counts: {
      feeds: content.feeds,
      lines: content.lines,
      sightings: content.sightings.length,
      papers: published.papers.length,
      pages: pages.pages,
      links: pages.links,
      files: site.files.size,
      previous: options.previous?.length ?? null,
    },
  };
}

const paperFolders = (out: string): string[] =>
  readdirSync(join(out, 'papers')).map((slug) => `papers/${slug}/`);
