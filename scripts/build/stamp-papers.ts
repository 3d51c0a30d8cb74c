import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { stamp, type Template } from '#site/template.ts';
import { createUrls, type Urls } from '#site/urls.ts';
import { paperData } from '#syndication/paper-data.ts';
import { citationFiles } from '#views/paper-citations.ts';
import { contextAt, createPaperPlaces, papersNear } from '#views/paper-context.ts';
import { paperHead } from '#views/paper-head.ts';
import { paperMain } from '#views/paper-page.ts';
import type { InputDigests } from './input-digests.ts';
import { type File, keyOf, type KeptFiles } from './kept-files.ts';
import type { WholeList } from './whole-list.ts';

/**
 * Provides the page of each of these papers, and what programs read of it: its data, which is added to `list` too, and
 * it as a reference.
 */
export async function stampPapers(
  corpus: Corpus,
  entries: readonly Entry[],
  template: Template,
  digests: InputDigests,
  files: KeptFiles,
  list: WholeList | null,
): Promise<void> {
  const { site, renderedById } = corpus;
  const pathOf = (url: string) => url.slice(site.base.length);
  const urls = createUrls(site);
  const placeOf = createPaperPlaces(corpus);
  const templateDigest = keyOf(...template);
  for (const entry of entries) {
    const { id, slug } = entry.paper;
    const rendered = renderedById.get(id)!;
    const place = placeOf(id);
    const near = papersNear(place).map((other) => digests.paper(corpus.entryById.get(other)!));
    const inputs = [templateDigest, digests.paper(entry), JSON.stringify(place), ...near];
    files.provide(keyOf(digests.common, 'paper', ...inputs), () => {
      const context = contextAt(corpus, id, place, urls);
      const main = paperMain(entry, rendered, context);
      const head = paperHead(entry, rendered, context, main, site);
      const page: File = [join(pathOf(urls.paper(slug)), 'index.html'), [stamp(template, { head, main })]];
      if (!site.paperFiles) return [page];
      const references = citationFiles(context.citation, urls);
      return [page, ...references.map(({ file, text }): File => [pathOf(file), [text]])];
    });
    const addTo = site.paperFiles
      ? provideData(entry, pathOf(urls.paperData(slug)), corpus, urls, digests, files)
      : (all: WholeList) => all.add(dataLine(entry, corpus, urls));
    if (list !== null) await addTo(list);
  }
}

/**
 * Provides the data of a paper, apart from its page, which does not tell how similar related papers are: that changes
 * with every new paper. Answers what adds them to the list of all.
 */
function provideData(
  entry: Entry,
  path: string,
  corpus: Corpus,
  urls: Urls,
  digests: InputDigests,
  files: KeptFiles,
): (list: WholeList) => Promise<void> {
  const key = keyOf(digests.common, 'data', digests.paper(entry), JSON.stringify(entry.related));
  const kept = files.take(key) ? files.keptFile(path) : null;
  if (kept !== null) return (list) => list.addFile(kept);
  const line = dataLine(entry, corpus, urls);
  files.provide(key, () => [[path, [line]]]);
  return (list) => list.add(line);
}

/** Adds the data of all papers to the list, for a build that stamps no papers. */
export async function listPapers(corpus: Corpus, list: WholeList): Promise<void> {
  const urls = createUrls(corpus.site);
  for (const entry of corpus.entries) await list.add(dataLine(entry, corpus, urls));
}

const dataLine = (entry: Entry, { renderedById }: Corpus, urls: Urls): string =>
  `${JSON.stringify(paperData(entry, renderedById.get(entry.paper.id)!, urls))}\n`;
