import { gzipSync } from 'node:zlib';
import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';
import { paperData } from '#syndication/paper-data.ts';

const linesPerMember = 1000;

/** All papers, a JSON line each, by id. Gzip members are joined, so that no more than one is in memory as text. */
export const GET = (): Response => {
  const { entries, renderedById, site } = currentCorpus();
  const urls = createUrls(site);
  const members: Buffer[] = [];
  for (let start = 0; start < entries.length; start += linesPerMember) {
    const lines = entries
      .slice(start, start + linesPerMember)
      .map((entry) => `${JSON.stringify(paperData(entry, renderedById.get(entry.paper.id)!, urls))}\n`);
    members.push(gzipSync(lines.join('')));
  }
  return new Response(Buffer.concat(members), { headers: { 'Content-Type': 'application/gzip' } });
};
