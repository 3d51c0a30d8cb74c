import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { citationRecord } from '#citation/citation-record.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { paperData } from '#syndication/paper-data.ts';
import { citationFiles } from '#views/paper-citations.ts';

const linesPerMember = 1000;

/**
 * Writes what programs read of papers: the data of all in one file, by id, and of each, with its references, beside
 * its page. The one file is gzip members joined, so that no more than one is in memory as text.
 */
export function writePaperFiles(corpus: Corpus, out: string): void {
  const urls = createUrls(corpus.site);
  const fileOf = (path: string) => join(out, path.slice(corpus.site.base.length));
  const members: Buffer[] = [];
  let lines: string[] = [];
  const compress = () => {
    if (lines.length > 0) members.push(gzipSync(lines.join('')));
    lines = [];
  };
  mkdirSync(dirname(fileOf(urls.papersData)), { recursive: true });
  for (const entry of corpus.entries) {
    const { id, slug } = entry.paper;
    const rendered = corpus.renderedById.get(id)!;
    const line = `${JSON.stringify(paperData(entry, rendered, urls))}\n`;
    lines.push(line);
    if (lines.length === linesPerMember) compress();
    if (!corpus.site.paperFiles) continue;
    writeFileSync(fileOf(urls.paperData(slug)), line);
    for (const { file, text } of citationFiles(citationRecord(entry, rendered, urls), urls))
      writeFileSync(fileOf(file), text);
  }
  compress();
  writeFileSync(fileOf(urls.papersData), Buffer.concat(members));
}
