import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildCorpus } from '#corpus/build-corpus.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { enrichContent } from '../../../scripts/enrichment/enrich-content.ts';
import { searchesFor } from '../../../scripts/enrichment/search-arxiv.ts';
import { readFeeds } from '../../../scripts/build/read-corpus.ts';
import { silent } from '../../../scripts/build/progress.ts';
import { CallError } from '../../../scripts/commands/call-error.ts';
import { loadContent } from '../../../scripts/content/load-content.ts';
import { HttpClient } from '../../../scripts/fetch/http-client.ts';
import { initSite } from '../../../scripts/init/init-site.ts';
import { arxivIds, arxivPage, hfEntry } from '../fetch/answers.ts';
import { fakeClock } from '../fetch/fake-clock.ts';
import { giving, serverGiving, type Answer } from '../fetch/misbehaving-server.ts';

const sorting = 'Sorting in the dark with few comparisons';
const sailing = 'Sailing against the wind of noisy rewards';
const abstracts = {
  sorting:
    'We sort n items with O(n log n) comparisons while no light is on, and prove that no method can do better.',
  sailing:
    'Rewards are noisy at sea. We train agents that sail against this wind, and show where they arrive.',
};
const record = {
  id: '2501.00001',
  title: 'Sorting in the Dark with Few Comparisons',
  abstract: abstracts.sorting.replace('O(n log n)', '$\\mathcal{O}(n \\log n)$'),
  authors: 'Ada One and Bea Two',
  categories: 'cs.DS',
  update_date: '2025-01-02',
};
const namesake = {
  ...record,
  id: '2501.00002',
  title: sailing,
  abstract: 'A guide for those who sail their own boat.',
};

let content: string;
let enrichmentFile: string;
beforeEach(() => {
  const folder = join(mkdtempSync(join(tmpdir(), 'digest-')), 'site');
  initSite(folder, { title: 'T', url: 'https://a.org', base: '/', program: { address: 'a', ref: 'b' } });
  content = join(folder, 'content');
  enrichmentFile = join(content, 'enrichment.jsonl');
  writeFileSync(
    join(content, 'feeds', 'page.txt'),
    [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      'byAK and the research community',
      'Mar 11',
      sorting,
      abstracts.sorting,
      sailing,
      abstracts.sailing,
      '',
    ].join('\n\n'),
  );
});

const lines = () =>
  readFileSync(enrichmentFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const short = () =>
  lines()
    .map(({ paperTitle, arxivId, accepted }) => `${paperTitle}: ${arxivId} ${accepted}`)
    .sort();

function snapshot(records: readonly object[], gzipped = false): string {
  const file = join(content, gzipped ? 'arxiv.jsonl.gz' : 'arxiv.jsonl');
  const text = records.map((one) => JSON.stringify(one)).join('\n');
  writeFileSync(file, gzipped ? gzipSync(text) : text);
  return file;
}

async function papers() {
  const loaded = loadContent(content);
  const feeds = await readFeeds(content, loaded, silent);
  let found: Parameters<Parameters<typeof buildCorpus>[2]>[0] = [];
  const stop = new Error('the papers are known');
  await buildCorpus(loaded, feeds, (merged) => {
    found = merged;
    throw stop;
  }).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  return found;
}

describe('from a snapshot', () => {
  it.each([false, true])('finds records, which the build then uses (gzipped: %s)', async (gzipped) => {
    const before = await papers();
    const { wanted, changed, messages, failure } = await enrichContent(content, {
      snapshot: snapshot([record, namesake], gzipped),
    });
    expect([wanted.length, changed.length, messages, failure]).toEqual([2, 2, [], null]);
    expect(short()).toEqual([`${sailing}: 2501.00002 false`, `${sorting}: 2501.00001 true`]);

    const after = await papers();
    const addresses = (list: typeof after) =>
      list.map(({ id, slug, sightings }) => ({ id, slug, sightings }));
    expect(addresses(after)).toEqual(addresses(before));
    expect(after.find(({ arxivId }) => arxivId === '2501.00001')).toMatchObject({
      title: record.title,
      abstract: record.abstract,
      tex: 'authors',
      authors: ['Ada One', 'Bea Two'],
      categories: ['cs.DS'],
    });
    expect(after.filter(({ tex }) => tex === 'damaged')).toHaveLength(1);
  });

  it('writes the same file again, and keeps what a person changed', async () => {
    const file = snapshot([record, namesake]);
    await enrichContent(content, { snapshot: file });
    const once = readFileSync(enrichmentFile, 'utf8');
    expect((await enrichContent(content, { snapshot: file })).changed).toEqual([]);
    expect(readFileSync(enrichmentFile, 'utf8')).toBe(once);

    const swapped = lines().map((line) => `${JSON.stringify({ ...line, accepted: !line.accepted })}\n`);
    writeFileSync(enrichmentFile, swapped.join(''));
    expect((await enrichContent(content, { snapshot: file })).changed).toEqual([]);
    expect(short()).toEqual([`${sailing}: 2501.00002 true`, `${sorting}: 2501.00001 false`]);
  });

  it('does not touch a file with lines that it cannot read', async () => {
    writeFileSync(enrichmentFile, '<<<<<<< HEAD\n');
    await expect(enrichContent(content, { snapshot: snapshot([record]) })).rejects.toThrow(
      /content has lines of enrichment that cannot be read, and nothing was touched\. Mend or remove them:\n {2}enrichment\.jsonl, line 1: /,
    );
    expect(readFileSync(enrichmentFile, 'utf8')).toBe('<<<<<<< HEAD\n');
  });

  it('does not begin with a file that it cannot read, and was not called wrongly', async () => {
    mkdirSync(enrichmentFile);
    const failure = enrichContent(content, { snapshot: snapshot([record]) });
    await expect(failure).rejects.toThrow(/\n {2}enrichment\.jsonl: It cannot be read \(EISDIR\)/);
    await expect(failure).rejects.not.toBeInstanceOf(CallError);
  });

  it('writes no file when there is nothing to say', async () => {
    const other = {
      ...record,
      title: 'Else',
      abstract: 'Something else that nobody here has ever heard or thought of.',
    };
    expect(await enrichContent(content, { snapshot: snapshot([other]) })).toMatchObject({
      changed: [],
      failure: null,
    });
    expect(existsSync(enrichmentFile)).toBe(false);
  });

  it('says what is wrong with the snapshot', async () => {
    const missing = join(content, 'nowhere.jsonl');
    await expect(enrichContent(content, { snapshot: missing })).rejects.toThrow(
      `${missing} does not exist: a file of arXiv metadata as JSON lines is expected.`,
    );
    await expect(enrichContent(content, { snapshot: join(content, 'feeds', 'page.txt') })).rejects.toThrow(
      /page\.txt has no arXiv records \(.*\): JSON lines \{id, title, abstract, …\} are expected\.$/,
    );
    expect(existsSync(enrichmentFile)).toBe(false);
  });
});

const known = hfEntry('2410.00001', {
  title: 'Bounds of O(n)',
  summary: 'We bound mathcal{O}(n) from above and from below, and find that the bounds\nmeet in R^d.',
});
const knownRecord = {
  ...record,
  id: '2410.00001',
  title: 'Bounds of $O(n)$',
  abstract:
    'We bound $\\mathcal{O}(n)$ from above and from below, and find that the bounds meet in $\\mathbb{R}^d$.',
};
const recordsFile = (month: string) => join(content, 'records', `${month}.jsonl`);
const addDay = (...entries: object[]) =>
  writeFileSync(join(content, 'feeds', '2024-10-02.json'), JSON.stringify(entries));
const recordLines = (month: string) =>
  readFileSync(recordsFile(month), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Enrichment);

describe('of papers whose feeds give an arXiv id', () => {
  it("brings the authors' TeX, categories and authors, in a file a month", async () => {
    addDay(known, hfEntry('2409.00005'));
    const before = await papers();
    const { changed } = await enrichContent(content, { snapshot: snapshot([record, knownRecord]) });
    expect(changed.map(({ arxivId }) => arxivId).sort()).toEqual(['2410.00001', '2501.00001']);
    expect(existsSync(recordsFile('2409'))).toBe(false);
    expect(recordLines('2410')).toMatchObject([{ arxivId: '2410.00001', accepted: true }]);

    const after = await papers();
    const paper = after.find(({ arxivId }) => arxivId === '2410.00001')!;
    expect(paper).toMatchObject({
      title: knownRecord.title,
      abstract: knownRecord.abstract,
      tex: 'authors',
      categories: ['cs.DS'],
      authors: ['Ada One', 'Bea Two'],
      upvotes: 3,
    });
    const { id, slug, sightings } = before.find(({ arxivId }) => arxivId === '2410.00001')!;
    expect(paper).toMatchObject({ id, slug, sightings });
  });

  it('does not take a record that is another paper, nor the note of a withdrawal', async () => {
    addDay(known);
    const other = { ...knownRecord, title: 'Cats', abstract: 'Cats are small animals that sleep all day.' };
    await enrichContent(content, { snapshot: snapshot([other]) });
    expect(recordLines('2410')).toMatchObject([{ accepted: false, record: { title: 'Cats' } }]);
    const withdrawn = { ...knownRecord, abstract: 'This paper has been withdrawn.' };
    await enrichContent(content, { snapshot: snapshot([withdrawn]) });
    expect(recordLines('2410')).toMatchObject([{ accepted: false, agreement: { containment: null } }]);
    expect((await papers()).find(({ arxivId }) => arxivId === '2410.00001')).toMatchObject({
      tex: 'damaged',
      abstract: 'We bound mathcal{O}(n) from above and from below, and find that the bounds meet in R^d.',
    });
  });

  it('keeps what a person refused', async () => {
    addDay(known);
    const file = snapshot([knownRecord]);
    await enrichContent(content, { snapshot: file });
    const refused = recordLines('2410').map((line) => `${JSON.stringify({ ...line, accepted: false })}\n`);
    writeFileSync(recordsFile('2410'), refused.join(''));
    expect((await enrichContent(content, { snapshot: file })).changed).toEqual([]);
    expect((await papers()).filter(({ tex }) => tex === 'authors')).toEqual([]);
  });

  it('touches no file when one in records/ cannot be read', async () => {
    addDay(known);
    mkdirSync(join(content, 'records'));
    writeFileSync(recordsFile('2410'), '{"paper":"x"}\n');
    await expect(enrichContent(content, { snapshot: snapshot([record]) })).rejects.toThrow(
      /nothing was touched\. Mend or remove them:\n {2}records\/2410\.jsonl, line 1: /,
    );
    expect(existsSync(enrichmentFile)).toBe(false);
  });
});

describe('from the arXiv API', () => {
  const atom = (...records: (typeof record)[]) =>
    giving(`<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <title>arXiv Query</title>
  <opensearch:totalResults>${records.length}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
  ${records
    .map(
      ({ id, title, abstract }) => `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${title}</title>
      <summary>${abstract}</summary><published>2025-01-01T00:00:00Z</published>
      <author><name>Ada One</name></author><category term="cs.DS"/></entry>`,
    )
    .join('\n')}
</feed>`);
  const nothing = atom();

  async function ask({ limit = 9, again = false }, ...answers: Answer[]) {
    const server = await serverGiving(...answers);
    const clock = fakeClock();
    const client = new HttpClient({ userAgent: 'test/1', minGapMs: 3_000, clock });
    onTestFinished(() => client.close());
    const report = await enrichContent(content, { client, baseUrl: server.url, limit, again });
    const asked = server.requests.map(
      ({ url }) =>
        [...new URL(url!, server.url).searchParams].filter(([key]) => /query|list/.test(key))[0]![1],
    );
    return { report, asked, sleeps: clock.sleeps };
  }

  /** Answers by what is asked for, since papers are asked for in the order of their ids. */
  const byTitle =
    (title: string, found: Answer): Answer =>
    (response, request) =>
      (decodeURIComponent(request.url!.replaceAll('+', ' ')).includes(title) ? found : nothing)(
        response,
        request,
      );

  it('asks by title and, when that fails, by a phrase of the abstract, three seconds apart', async () => {
    const { asked, sleeps } = await ask({}, byTitle(sorting, atom(record)));
    expect([...asked].sort()).toEqual([
      'abs:"We train agents that sail against this wind"',
      `ti:"${sailing}"`,
      `ti:"${sorting}"`,
    ]);
    expect(sleeps).toEqual([3_000, 3_000]);
    expect(short()).toEqual([`${sailing}: null false`, `${sorting}: 2501.00001 true`]);
  });

  it('does not ask twice, unless it is told to', async () => {
    await ask({}, nothing);
    expect((await ask({}, nothing)).asked).toEqual([]);
    const { asked } = await ask({ again: true }, byTitle(sorting, atom(record)));
    expect(asked).toHaveLength(3);
    expect(short()).toEqual([`${sailing}: null false`, `${sorting}: 2501.00001 true`]);
  });

  it('asks for no more papers than it may', async () => {
    await ask({ limit: 1 }, nothing);
    expect(lines()).toHaveLength(1);
  });

  it('asks for a hundred known ids at once, and again until their records come', async () => {
    const ids = arxivIds(130);
    addDay(...ids.map((id) => hfEntry(id)));
    const answers = [ids.slice(0, 100), ids.slice(100, 129)].map((part) => giving(arxivPage(part)));
    const first = await ask({ limit: 2 }, ...answers);
    expect(first.report.failure).toBeNull();
    expect(first.asked.map((list) => list.split(',').length)).toEqual([100, 30]);
    expect(first.asked.join(',').split(',').sort()).toEqual(ids);
    expect(first.sleeps).toEqual([3_000]);
    expect(recordLines('2510')).toHaveLength(130);
    const late = ids.slice(129);
    for (const again of [true, false]) expect((await ask({ again, limit: 1 }, nothing)).asked).toEqual(late);
    expect((await ask({ limit: 1 }, giving(arxivPage(late)))).asked).toEqual(late);
    expect((await ask({}, nothing)).asked.filter((list) => /^\d/.test(list))).toEqual([]);
    expect(recordLines('2510').every(({ accepted }) => accepted)).toBe(true);
  });

  it('keeps what it found before the server failed, and goes on from there', async () => {
    const { report } = await ask({}, nothing, nothing, giving('', 404));
    expect(report.failure?.message).toMatch(/: the server answered with status 404\.$/);
    expect(lines()).toHaveLength(1);
    expect((await ask({}, nothing)).asked).toHaveLength(2);
    expect(lines()).toHaveLength(2);
  });
});

it.each([
  ['takes the TeX out', 'On $\\mathbb{R}^d$', 'A. b', ['ti:"On R d"']],
  ['keeps words of any script', 'Über π: "new" (bounds)', '', ['ti:"Über π new bounds"']],
  [
    'takes a phrase of plain words',
    'T',
    'For all n, we find that these eight plain words make one phrase.',
    ['ti:"T"', 'abs:"we find that these eight plain words make"'],
  ],
])('searchesFor %s', (_, title, abstract, expected) => {
  expect(searchesFor({ title, abstract })).toEqual(expected);
});
