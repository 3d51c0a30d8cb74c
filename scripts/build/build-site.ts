import { join, resolve } from 'node:path';
import { sharedFormulas } from '#abstracts/formula-cache.ts';
import { setCurrentCorpus } from '#corpus/current.ts';
import { manyPapers } from '#corpus/many-papers.ts';
import { setRelated } from '#corpus/relate.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { TermCoder } from '#text/term-coder.ts';
import type { Message } from '#diagnostics/message.ts';
import { loadContent } from '../content/load-content.ts';
import { describeWriteError, isWriteError } from '../fetch/atomic-write.ts';
import { failOnErrors } from './fail-on-errors.ts';
import { formulaStoreIn } from './formula-store.ts';
import { hintSearchFiles } from './hint-search-files.ts';
import { inputDigests } from './input-digests.ts';
import { keyOf, KeptFiles, type File, type FileCounts } from './kept-files.ts';
import { keptTermsIn } from './kept-relations.ts';
import { startLayout, type Layout } from './lay-out-pages.ts';
import { outputFolder, refuseNested } from './output-folder.ts';
import { entriesOfPart, type Part } from './part.ts';
import { StageReport, type Stage } from './progress.ts';
import { readCorpus } from './read-corpus.ts';
import { dropStaged, replacingAlone, stagingFolder } from './replace-folder.ts';
import { siteWith } from './site-with.ts';
import { stampAuthors, stampFormerPages } from './stamp-pages.ts';
import { listPapers, stampPapers } from './stamp-papers.ts';
import { startWholeCorpusStages } from './whole-corpus.ts';
import { writeFeeds } from './write-feeds.ts';
import { writeMails } from './write-mails.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeAddresses } from './write-addresses.ts';
import { writeServiceWorker } from './write-service-worker.ts';
import { startSocialImages } from './write-social-images.ts';
import { WholeList } from './whole-list.ts';
import { withCache } from './work-alone.ts';

export interface BuildOptions {
  content: string;
  cache: string;
  out: string;
  site?: string;
  base?: string;
  strict: boolean;
  part?: Part;
}

/** What a build read and made. */
export interface BuildReport {
  out: string;
  feeds: number;
  sightings: number;
  papers: number;
  merged: number;
  messages: readonly Message[];
  messagesByRule: Record<string, number>;
  pages: number;
  files: number;
  stages: readonly Stage[];
}

/**
 * Builds the site of a content folder, or a part of it, into `out`, which is replaced only at the very end. Throws when
 * the content cannot be used, and with `strict` when any feed cannot. Waits while another build is at work with the
 * same folders.
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const [cache, out] = [resolve(options.cache), outputFolder(options.out)];
  const content = loadContent(options.content);
  refuseNested(out, options.content, cache);
  const site = siteWith(content.site, options);
  // A whole path: the working folder is another one while pages are laid out.
  const folder = resolve(options.content);
  return withCache(cache, () =>
    replacingAlone(out, async () => {
      const staging = stagingFolder(out);
      const files = new KeptFiles(join(cache, 'last-site.txt'), out, staging);
      const layout = startLayout(site, cache);
      const progress = new StageReport(process.stderr.isTTY);
      try {
        const corpus = await readCorpus(folder, { ...content, site }, cache, progress);
        sharedFormulas.learnFrom(formulaStoreIn(cache));
        if (options.strict) failOnErrors(corpus.messages);
        const { part } = options;
        const counts = await buildInto(staging, out, { part, corpus, cache, files, layout, progress });
        progress.end();
        return { out: options.out, ...count(corpus), ...counts, stages: progress.stages };
      } finally {
        await Promise.all([files.close(), layout.close()]);
      }
    }),
  );
}

/** What a site, or a part of it, is built of and by. */
interface Build {
  part: Part | undefined;
  corpus: Corpus;
  cache: string;
  files: KeptFiles;
  layout: Layout;
  progress: StageReport;
}

/** Writes what is new of the site beside `out`, and puts it there when all is well. Answers what the site has then. */
async function buildInto(staging: string, out: string, build: Build): Promise<FileCounts> {
  try {
    await writeSite(staging, build);
    build.progress.stage('replace the output folder');
    return build.files.publish();
  } catch (error) {
    dropStaged(out);
    throw isWriteError(error) ? describeWriteError(error, error.path ?? out) : error;
  }
}

/** Writes all files of what is built into the new folder `out`, but for those that are kept. */
async function writeSite(
  out: string,
  { part, corpus, cache, files, layout, progress }: Build,
): Promise<void> {
  const digests = inputDigests(corpus);
  const papersOnly = part !== undefined && part !== 'rest';
  progress.stage('lay out pages, relate and index papers beside');
  corpus.termCoder = () => new TermCoder(keptTermsIn(cache).read(digests.code));
  setCurrentCorpus(corpus);
  const searchKey = keyOf(digests.common, 'search', ...corpus.entries.map(digests.paper));
  const withSearch = !papersOnly && !files.take(searchKey);
  const beside = startWholeCorpusStages(corpus, {
    withSearch,
    cacheFolder: cache,
    digests,
    // What the index needs of memory is to be free again when the papers are stamped.
    idleOnly: corpus.entries.length <= manyPapers,
  });
  const closing = [beside.close];
  try {
    const templates = await layout.finish({ corpus, digests, files, templatesOnly: papersOnly });
    const images = startSocialImages(corpus, part, out, join(cache, 'social-images'));
    closing.push(images.close);
    if (!papersOnly) {
      progress.stage('stamp authors, write feeds and mails');
      stampAuthors(corpus, templates, digests, files);
      writeFeeds(corpus, digests, files, cache);
      writeMails(corpus, digests, files);
      stampFormerPages(corpus, templates, out);
      writeRedirects(corpus, out);
      writeAddresses(corpus, out);
    }
    progress.stage('wait for related papers');
    setRelated(corpus, await beside.related);
    progress.stage('stamp papers');
    const entries = entriesOfPart(corpus, part);
    const list = papersOnly ? null : new WholeList();
    await stampPapers(corpus, entries, templates.papers, digests, files, list);
    progress.stage('wait for social images');
    await images.done;
    if (list === null) return;
    progress.stage('wait for the search index');
    const searchFiles = await beside.searchFiles;
    if (withSearch) files.provide(searchKey, () => filesOfSearch(searchFiles));
    // What follows reads what was written.
    files.settle();
    hintSearchFiles(files.site, corpus.site.base, out);
    progress.stage('write the whole list and the service worker');
    if (part === 'rest') await listPapers(corpus, list);
    await list.write(join(out, createUrls(corpus.site).papersData.slice(corpus.site.base.length)));
    await writeServiceWorker(corpus.site, files.site, out);
  } finally {
    for (const close of closing) await close();
  }
}

/** The files of the search index, below `search/` of the output. */
const filesOfSearch = (files: ReadonlyMap<string, Uint8Array>): File[] =>
  Array.from(files, ([path, bytes]) => [join('search', path), [bytes]]);

function count(corpus: Corpus) {
  const messagesByRule: Record<string, number> = {};
  for (const { rule } of corpus.messages) messagesByRule[rule] = (messagesByRule[rule] ?? 0) + 1;
  return {
    feeds: corpus.feeds.length,
    sightings: corpus.feeds.reduce((sum, { sightings }) => sum + sightings, 0),
    papers: corpus.entries.length,
    merged: corpus.entries.filter(({ paper }) => paper.sightings.length > 1).length,
    messages: corpus.messages,
    messagesByRule,
  };
}
