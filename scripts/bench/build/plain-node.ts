import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface PeerRecord {
  slug: string;
  titleHtml: string;
  abstractHtml: string;
  authors: string[];
  topics: string[];
  dates: string[];
}

/**
 * The practical ceiling of writing pages: template literals and synchronous writes, math rendered beforehand, with
 * paper pages and lists like those of the other peers. `node plain-node.ts RECORDS OUT`
 */
const [recordsFile, out] = process.argv.slice(2) as [string, string];
const papers = readFileSync(recordsFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as PeerRecord);

const page = (title: string, main: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body><header><nav><a href="/">Home</a></nav></header><main>${main}</main><footer><a href="/rss.xml">RSS</a></footer></body></html>`;
const write = (path: string, title: string, main: string) => {
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, path, 'index.html'), page(title, main));
};
const item = (paper: PeerRecord) =>
  `<li><a href="/papers/${paper.slug}/">${paper.titleHtml}</a><div>${paper.abstractHtml}</div></li>`;

const lists = new Map<string, PeerRecord[]>();
for (const paper of papers) {
  write(
    `papers/${paper.slug}`,
    paper.titleHtml,
    `<h1>${paper.titleHtml}</h1><p>${paper.authors.join(', ')}</p><p>${paper.topics.map((topic) => `<a href="/topics/${topic}/">${topic}</a>`).join(' ')}</p>${paper.abstractHtml}`,
  );
  for (const path of [
    ...paper.topics.map((topic) => `topics/${topic}`),
    ...paper.dates.map((date) => `dates/${date}`),
  ]) {
    const list = lists.get(path);
    if (list === undefined) lists.set(path, [paper]);
    else list.push(paper);
  }
}
for (const [path, members] of lists)
  for (let start = 0; start < members.length; start += 50)
    write(
      `${path}/${start / 50 + 1}`,
      path,
      `<ol>${members
        .slice(start, start + 50)
        .map(item)
        .join('')}</ol>`,
    );
