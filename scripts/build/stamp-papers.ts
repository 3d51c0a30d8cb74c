import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { stamp, type Template } from '#site/template.ts';
import { createUrls } from '#site/urls.ts';
import { paperData } from '#syndication/paper-data.ts';
import { citationFiles } from '#views/paper-citations.ts';
import { createPaperContexts } from '#views/paper-context.ts';
import { paperHead } from '#views/paper-head.ts';
import { paperMain } from '#views/paper-page.ts';
import type { WholeList } from './whole-list.ts';

/**
 * Writes the page of each of these papers, and what programs read of it: its data, which is added to `list` too, and
 * it as a reference.
 */
export async function stampPapers(
  corpus: Corpus,
  entries: readonly Entry[],
  template: Template,
  out: string,
  list: WholeList | null,
): Promise<void> {
  const { site, renderedById } = corpus;
  const fileOf = (path: string) => join(out, path.slice(site.base.length));
  const contextOf = createPaperContexts(corpus);
  mkdirSync(join(out, 'papers'), { recursive: true });
  mkdirSync(join(out, 'data'), { recursive: true });
  for (const entry of entries) {
    const { id, slug } = entry.paper;
    const rendered = renderedById.get(id)!;
    const context = contextOf(id);
    const { urls } = context;
    const page = fileOf(urls.paper(slug));
    mkdirSync(page);
    const head = paperHead(entry, rendered, context, site);
    writeFileSync(
      join(page, 'index.html'),
      stamp(template, { head, main: paperMain(entry, rendered, context) }),
    );
    if (list === null && !site.paperFiles) continue;
    const data = dataLine(entry, corpus, urls);
    await list?.add(data);
    if (!site.paperFiles) continue;
    writeFileSync(fileOf(urls.paperData(slug)), data);
    for (const { file, text } of citationFiles(context.citation, urls)) writeFileSync(fileOf(file), text);
  }
}

/** Adds the data of all papers to the list, for a build that stamps no papers. */
export async function listPapers(corpus: Corpus, list: WholeList): Promise<void> {
  const urls = createUrls(corpus.site);
  for (const entry of corpus.entries) await list.add(dataLine(entry, corpus, urls));
}

const dataLine = (entry: Entry, { renderedById }: Corpus, urls: ReturnType<typeof createUrls>): string =>
  `${JSON.stringify(paperData(entry, renderedById.get(entry.paper.id)!, urls))}\n`;
