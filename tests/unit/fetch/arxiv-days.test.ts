import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { categoryPattern } from '#site/schema.ts';
import { arxivSource } from '../../../scripts/fetch/arxiv.ts';
import type { DaySummary } from '../../../scripts/fetch/fetch-day.ts';
import { fetchDays } from '../../../scripts/fetch/fetch-days.ts';
import { HttpClient } from '../../../scripts/fetch/http-client.ts';
import { arxivIds, arxivPage } from './answers.ts';
import { fakeClock } from './fake-clock.ts';
import { giving, htmlErrorPage, serverGiving, type Answer } from './misbehaving-server.ts';

let folder: string;
let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'digest-'));
  folder = join(content, 'feeds', 'arxiv', 'cs.CL+cs.LG');
});

async function run(since: string, until: string, ...answers: Answer[]) {
  const server = await serverGiving(...answers);
  const clock = fakeClock();
  const client = new HttpClient({ userAgent: 'test/1', minGapMs: 3_000, clock });
  onTestFinished(() => client.close());
  const source = arxivSource(client, server.url, ['cs.LG', 'cs.CL', 'cs.LG']);
  const summaries: DaySummary[] = [];
  for await (const summary of fetchDays(content, source, { since, until })) summaries.push(summary);
  return {
    short: summaries.map(({ date, status, papers }) => `${date} ${status} ${papers}`),
    notes: summaries.flatMap(({ notes }) => notes),
    asked: server.requests.map(({ url }) => new URL(url!, server.url).searchParams),
    sleeps: clock.sleeps,
  };
}

const day = '2025-10-28';
const twoPages = [giving(arxivPage(arxivIds(100), 130)), giving(arxivPage(arxivIds(30, 101), 130, 100))];

it('gets a day page by page, three seconds apart', async () => {
  const { short, notes, asked, sleeps } = await run(day, day, ...twoPages);
  expect(short).toEqual(['2025-10-28 fetched 130']);
  expect(notes).toEqual([]);
  expect(readdirSync(folder)).toEqual(['2025-10-28-1.xml', '2025-10-28-2.xml']);
  expect(asked.map((search) => search.get('start'))).toEqual(['0', '100']);
  expect(Object.fromEntries(asked[0]!)).toEqual({
    search_query: '(cat:cs.CL OR cat:cs.LG) AND submittedDate:[202510280000 TO 202510282359]',
    start: '0',
    max_results: '100',
    sortBy: 'submittedDate',
    sortOrder: 'ascending',
  });
  expect(sleeps).toEqual([3_000]);
});

it('leaves a whole day alone once no papers come in for it', async () => {
  await run(day, '2025-10-28', ...twoPages);
  const { short, asked } = await run(day, day, giving('', 500));
  expect(short).toEqual(['2025-10-28 failed 130']);
  expect(asked).toHaveLength(5);
  const later = await run(day, '2025-11-04', giving(arxivPage([])));
  expect(later.short.slice(0, 2)).toEqual(['2025-10-28 present 130', '2025-10-29 empty 0']);
});

it('gets a day again of which a page is missing, and removes pages it no longer has', async () => {
  await run(day, day, ...twoPages);
  rmSync(join(folder, '2025-10-28-2.xml'));
  writeFileSync(join(folder, '2025-10-28-3.xml'), arxivPage(arxivIds(1)));
  const { short } = await run(day, '2025-11-04', ...twoPages, giving(arxivPage([])));
  expect(short[0]).toBe('2025-10-28 fetched 130');
  expect(readdirSync(folder)).toEqual(['2025-10-28-1.xml', '2025-10-28-2.xml']);
});

it.each([
  [
    'an empty page where there should be results',
    giving(arxivPage([], 7)),
    'the page has 0 entries where 7 of the 7 were to come',
  ],
  [
    'a page that ends early',
    giving(arxivPage(arxivIds(3)).slice(0, -20)),
    'the XML is cut off or is no Atom feed',
  ],
  ['an error page', htmlErrorPage, 'an HTML page ("Oops, 500") came instead of XML'],
  ['another feed', giving('<rss></feed>'), 'the Atom feed does not say how many results there are'],
  [
    'an error entry',
    giving(
      arxivPage(['x'])
        .replace('http://arxiv.org/abs/xv1', 'https://arxiv.org/api/errors#malformed')
        .replace(/<summary>.*<\/summary>/, '<summary>malformed query</summary>'),
    ),
    'arXiv says "malformed query"',
  ],
])('asks again after %s, and takes nothing of it', async (_, bad, complaint) => {
  const good = giving(arxivPage(arxivIds(3)));
  expect((await run(day, day, bad, good)).short).toEqual(['2025-10-28 fetched 3']);
  const before = readFileSync(join(folder, '2025-10-28-1.xml'), 'utf8');
  const { short, notes } = await run(day, day, bad);
  expect(short).toEqual(['2025-10-28 failed 3']);
  expect(notes[0]).toContain(
    `: ${complaint}, at each of 5 attempts. The files there, with 3 papers, were kept.`,
  );
  expect(readFileSync(join(folder, '2025-10-28-1.xml'), 'utf8')).toBe(before);
});

it.each(['cs.LG', 'math-ph', 'astro-ph.CO', 'cond-mat.mes-hall', 'hep-th', 'q-bio.QM', 'physics.flu-dyn'])(
  'knows %s as a category',
  (category) => {
    expect(category).toMatch(categoryPattern);
  },
);

it.each(['', 'CS.LG', 'cs.', 'cs.lg1', 'all:x', 'cs.LG OR cs.CL', '../cs'])('refuses "%s"', (category) => {
  expect(category).not.toMatch(categoryPattern);
});
