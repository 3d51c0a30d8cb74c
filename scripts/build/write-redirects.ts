import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { redirectPage } from '#views/redirect-page.ts';
import type { FormerPapers } from '../content/load-former-papers.ts';

/**
 * Writes a redirection at each address that a paper would have had by another of its titles, or that the owner of the
 * site says was one. An address that a paper has stays as it is.
 */
export function writeRedirects(corpus: Corpus, formerPapers: FormerPapers, out: string): void {
  const urls = createUrls(corpus.site);
  const taken = new Set(corpus.entries.map(({ paper }) => paper.slug));
  const redirect = (slug: string, path: string, address: string) => {
    if (taken.has(slug)) return;
    taken.add(slug);
    const folder = join(out, 'papers', slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), redirectPage(path, address));
  };
  const within = (slug: string, path: string) => redirect(slug, path, urls.absolute(path));
  for (const { paper } of corpus.entries)
    for (const slug of paper.formerSlugs) within(slug, urls.paper(paper.slug));
  for (const [slug, successor] of Object.entries(formerPapers)) {
    if (successor === null) continue;
    if (URL.canParse(successor)) redirect(slug, successor, successor);
    else within(slug, urls.paper(successor));
  }
}
