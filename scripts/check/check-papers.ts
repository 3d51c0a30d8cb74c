import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#integrity/schema.ts';
import type { PublishedRecord } from './published-papers.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Proves that each paper has its page and, with `hasFiles`, its references and its data, and that the site map names
 * it.
 */
export function checkPapers(
  site: SiteFolder,
  papers: readonly PublishedRecord[],
  hasFiles: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const mapped = addressesOfSiteMap(site, findings);
  for (const { slug, url } of papers) {
    const files = [`papers/${slug}/cite.bib`, `papers/${slug}/cite.ris`, `data/${slug}.json`];
    for (const file of [`papers/${slug}/index.html`, ...(hasFiles ? files : [])])
      if (!site.files.has(file))
        findings.push(missing(file, `The paper ${slug} lacks this file. Build again.`));
    if (!mapped.has(url))
      findings.push(missing('sitemap.xml', `The site map does not name the paper ${url}. Build again.`));
  }
  return findings;
}

const missing = (place: string, text: string): Finding => ({
  rule: 'output-incomplete',
  place,
  line: null,
  text,
});

/** All addresses of the site map; those that lead nowhere, and files of it that are missing, are findings. */
function addressesOfSiteMap(site: SiteFolder, findings: Finding[]): Set<string> {
  const prefix = site.origin + site.base;
  const addresses = new Set<string>();
  const locations = (file: string): string[] => {
    if (!site.files.has(file)) {
      findings.push(missing(file, 'The site map is not whole: this file is missing. Build again.'));
      return [];
    }
    const text = readFileSync(join(site.root, file), 'utf8');
    return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url!.replaceAll('&amp;', '&'));
  };
  for (const part of locations('sitemap.xml'))
    for (const url of locations(part.slice(prefix.length))) {
      addresses.add(url);
      const file = `${url.slice(prefix.length)}index.html`;
      if (!url.startsWith(prefix) || !site.files.has(file))
        findings.push(missing('sitemap.xml', `The site map names ${url}, which the site does not have.`));
    }
  return addresses;
}
