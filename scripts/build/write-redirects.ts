import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { lastSuccessor, type Successors } from '#text/successors.ts';
import { redirectPage } from '#views/redirect-page.ts';

/**
 * Writes a redirection at each address that a paper would have had by another of its titles, or that the owner of the
 * site says was one of a paper or topic. An address that a paper has stays as it is.
 */
export function writeRedirects(corpus: Corpus, out: string): void {
  const urls = createUrls(corpus.site);
  const write = (room: string, slug: string, path: string, address: string): void => {
    const folder = join(out, room, slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), redirectPage(path, address));
  };
  const writeAll = (room: string, successors: Successors, pathOf: (slug: string) => string): void => {
    for (const slug of Object.keys(successors)) {
      const successor = lastSuccessor(successors, slug);
      if (successor === null) continue;
      if (URL.canParse(successor)) write(room, slug, successor, successor);
      else write(room, slug, pathOf(successor), urls.absolute(pathOf(successor)));
    }
  };
  const formerPapers: Record<string, string | null> = { ...corpus.formerPapers };
  for (const { paper } of corpus.entries)
    for (const slug of paper.formerSlugs) formerPapers[slug] = paper.slug;
  for (const { paper } of corpus.entries) delete formerPapers[paper.slug];
  writeAll('papers', formerPapers, urls.paper);
  writeAll('topics', corpus.formerTopics, urls.topic);
}
