import { join } from 'node:path';
import { lostAddresses } from '#integrity/lost-addresses.ts';
import type { Finding } from '#integrity/schema.ts';
import { sightingKey, traceSightings } from '#integrity/trace-sightings.ts';
import { applyFormerPapers } from '#papers/apply-former-papers.ts';
import { mergeSightings } from '#papers/merge.ts';
import type { Sighting } from '#sightings/schema.ts';
import type { Successors } from '#text/successors.ts';
import type { Content } from '#corpus/build-corpus.ts';
import { checkContent } from './check-content.ts';
import { checkFiles } from './check-files.ts';
import { checkPages } from './check-pages.ts';
import { checkPapers } from './check-papers.ts';
import { checkSearch } from './check-search.ts';
import { papersPath, readPublishedPapers } from './published-papers.ts';
import { addressesIn } from './previous-addresses.ts';
import { openSite } from './site-folder.ts';

export interface SiteCheck {
  folder: string;
  content: Pick<Content, 'site' | 'feeds' | 'formerPapers'>;
  out: string;
  /** Addresses of papers and topics of an earlier build, or null when there is nothing to compare with. */
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
export async function checkSite({ folder, content, out, previous }: SiteCheck): Promise<SiteCheckReport> {
  const feeds = await checkContent(folder, content.feeds);
  const output = await checkOutput(out, content.site.paperFiles);
  return {
    findings: [
      ...feeds.findings,
      ...traceSightings(wantedSightings(feeds.sightings, content.formerPapers), output.papers),
      ...output.findings,
      ...lostAddresses(previous ?? [], new Set(addressesIn(out))),
    ],
    counts: {
      feeds: feeds.feeds,
      lines: feeds.lines,
      sightings: feeds.sightings.length,
      papers: output.papers.length,
      pages: output.pages,
      links: output.links,
      files: output.files,
      previous: previous?.length ?? null,
    },
  };
}

/** The sightings but those of papers that the owner of the site took off it. */
function wantedSightings(sightings: readonly Sighting[], formerPapers: Successors): readonly Sighting[] {
  // Merging takes a while, and is needed only to know whose sightings are to be missed.
  if (Object.values(formerPapers).every((successor) => successor !== null && !URL.canParse(successor)))
    return sightings;
  const { leftOut } = applyFormerPapers(mergeSightings(sightings).value, formerPapers).value;
  const unwanted = new Set(leftOut.flatMap((paper) => paper.sightings.map(sightingKey)));
  return sightings.filter((sighting) => !unwanted.has(sightingKey(sighting)));
}

/** Proves that a built site is whole in itself. `hasPaperFiles`: whether papers have files for programs. */
export async function checkOutput(out: string, hasPaperFiles: boolean) {
  const site = openSite(out);
  const { papers, findings } = await readPublishedPapers(join(out, papersPath));
  const pages = checkPages(site);
  return {
    papers,
    pages: pages.pages,
    links: pages.links,
    files: site.files.size,
    findings: [
      ...findings,
      ...checkPapers(site, papers, hasPaperFiles),
      ...(await checkSearch(site, papers.length)),
      ...checkFiles(site),
      ...pages.findings,
    ],
  };
}
