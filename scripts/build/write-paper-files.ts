import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { citationRecord } from '#citation/citation-record.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { createUrls } from '#site/urls.ts';
import { paperData } from '#syndication/paper-data.ts';
import { citationFiles } from '#views/paper-citations.ts';

const linesPerMember = 1000;

/** Writes what programs read of each of these papers: its data, and it as a reference. */
export function writePaperFiles(corpus: Corpus, entries: readonly Entry[], out: string): void {
  if (!corpus.site.paperFiles) return;
  const urls = createUrls(corpus.site);
  const fileOf = (path: string) => join(out, path.slice(corpus.site.base.length));
  mkdirSync(dirname(fileOf(urls.papersData)), { recursive: true });
  for (const entry of entries) {
    const { id, slug } = entry.paper;
    const rendered = corpus.renderedById.get(id)!;
    writeFileSync(fileOf(urls.paperData(slug)), `${JSON.stringify(paperData(entry, rendered, urls))}\n`);
    for (const { file, text } of citationFiles(citationRecord(entry, rendered, urls), urls))
      writeFileSync(fileOf(file), text);
  }
}

/**
 * Writes the data of all papers into one file, a JSON line each, by id. It is gzip members joined, so that no more
 * than one is in memory as text.
 */
export function writeAllPapers({ entries, renderedById, site }: Corpus, out: string): void {
  const urls = createUrls(site);
  const members: Buffer[] = [];
  for (let start = 0; start < entries.length; start += linesPerMember) {
    const lines = entries
      .slice(start, start + linesPerMember)
      .map((entry) => `${JSON.stringify(paperData(entry, renderedById.get(entry.paper.id)!, urls))}\n`);
    members.push(gzipSync(lines.join('')));
  }
  const file = join(out, urls.papersData.slice(site.base.length));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.concat(members));
}
