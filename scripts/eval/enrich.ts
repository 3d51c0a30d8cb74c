import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { RecordMatcher, type WantedPaper } from '#enrichment/record-matcher.ts';
import type { ArxivRecord } from '#enrichment/schema.ts';
import { normaliseTitle } from '#papers/normalise-title.ts';
import { damage } from '#restore/damage.ts';
import { arxivIdOfNumber } from './arxiv-id-of-number.ts';
import { reportKnownIds } from './enrich-known.ts';

const shared = '../shared';

/** Finds the ids of records for papers: by paper id, those that are accepted. */
type Method = (papers: readonly WantedPaper[], records: readonly ArxivRecord[]) => Map<string, string>;

const methods: Record<string, Method> = {
  'same title only': sameTitle,
  'title and abstract': (papers, records) => {
    const matcher = new RecordMatcher(papers);
    for (const record of records) matcher.offer(record);
    const found = matcher.candidates().filter(({ isSame }) => isSame);
    return new Map(found.map(({ paper, record }) => [paper.id, record.arxivId]));
  },
};

/**
 * How well `digest enrich` finds the arXiv records of papers, with the ids of papers blanked whose id is known, beside
 * the baseline that takes the first record of the same normalised title. Three questions, each against the arXiv
 * records of `../shared/corpus`:
 *
 * 1. *daily*: every paper of `../shared/hf-daily`. Where the corpus has its record, it should be found; where not (most
 *    of them), nothing should be. Text of the feed and of the record were downloaded apart from each other, so that
 *    changes between versions are in it.
 * 2. *absent*: one half of the corpus (by hash of the id, its text damaged) looked for in the other half, where no
 *    record is right. What is found nevertheless is often one work that is on arXiv twice; it counts as wrong.
 * 3. *namesakes*: as 1, but for each of the papers there is one more record, of the same title and with the abstract of
 *    an unrelated one, and the own record of every other paper is taken out.
 *
 * And papers whose ids are known, in `enrich-known.ts`.
 *
 * No threshold was fitted to 1 or 3; those for titles that differ were chosen with a view to 2 and to how many of 1
 * they lose.
 */
export async function evaluateEnrich(): Promise<void> {
  if (!existsSync(join(shared, 'corpus'))) {
    console.log(`enrich: skipped, since ${shared}/corpus is not there`);
    return;
  }
  const records = await readRecords();
  const daily = readDaily();
  const halves = [0, 1].map((half) => records.filter(({ arxivId }) => hashBit(arxivId) === half));
  const damaged = halves[0]!.map(({ arxivId, title, abstract }) => ({
    id: arxivId,
    title: damage(title),
    abstract: damage(abstract),
  }));
  const present = new Set(daily.map(({ id }) => id));
  const others = records.filter(({ arxivId }) => !present.has(arxivId));
  const namesakes = daily.map(({ id, title }, index) => ({
    ...others[index]!,
    arxivId: `namesake-of-${id}`,
    title,
  }));
  const thinned = records.filter(({ arxivId }) => !present.has(arxivId) || hashBit(arxivId) === 0);

  console.log(`enrich: ${records.length} records, ${daily.length} papers of ../shared/hf-daily`);
  report('daily', daily, records);
  report('absent', damaged, halves[1]!);
  report('namesakes', daily, [...namesakes, ...thinned]);
  reportKnownIds(daily, records);
  scaling(damaged, halves[1]!);
}

const emptyRecord = { authors: [], categories: [], published: null, doi: null };

function report(name: string, papers: readonly WantedPaper[], records: readonly ArxivRecord[]): void {
  const ids = new Set(records.map(({ arxivId }) => arxivId));
  const findable = papers.filter(({ id }) => ids.has(id)).length;
  for (const [method, find] of Object.entries(methods)) {
    const found = [...find(papers, records)];
    const right = found.filter(([id, arxivId]) => id === arxivId).length;
    const wrong = found.length - right;
    const figures = [
      `${papers.length} papers, ${findable} of them with a record`,
      `right ${right}, wrong ${wrong}`,
      findable === 0
        ? `wrongly matched ${ratio(wrong, papers.length)}`
        : `precision ${ratio(right, found.length)}, recall ${ratio(right, findable)}`,
    ];
    console.log(`  ${name.padEnd(10)} ${method.padEnd(19)} ${figures.join('; ')}`);
  }
}

/** Processor time for one, two and four quarters of the input: the ratios tell how it grows. */
function scaling(papers: readonly WantedPaper[], records: readonly ArxivRecord[]): void {
  const seconds = [1, 2, 4].map((quarters) => {
    const part = <T>(list: readonly T[]) => list.slice(0, (list.length * quarters) / 4);
    const start = process.cpuUsage();
    methods['title and abstract']!(part(papers), part(records));
    return process.cpuUsage(start).user / 1e6;
  });
  console.log(
    `  processor time for 1/4, 1/2, all of ${papers.length} papers and ${records.length} records: ${seconds.map((s) => s.toFixed(1)).join(', ')} s`,
  );
}

const ratio = (part: number, whole: number): string => (whole === 0 ? 'none' : (part / whole).toFixed(4));

function sameTitle(papers: readonly WantedPaper[], records: readonly ArxivRecord[]): Map<string, string> {
  const byTitle = new Map<string, string>();
  for (const { title, arxivId } of records) {
    const key = normaliseTitle(title);
    if (!byTitle.has(key)) byTitle.set(key, arxivId);
  }
  return new Map(
    papers.flatMap(({ id, title }) => {
      const arxivId = byTitle.get(normaliseTitle(title));
      return arxivId === undefined ? [] : [[id, arxivId] as const];
    }),
  );
}

const hashBit = (id: string): number => createHash('sha256').update(id).digest()[0]! & 1;

/** The arXiv records of the corpus, each id once. */
async function readRecords(): Promise<ArxivRecord[]> {
  const byId = new Map<string, ArxivRecord>();
  const file = createReadStream(join(shared, 'corpus', 'arxiv-abstracts.jsonl.gz')).pipe(createGunzip());
  for await (const line of createInterface({ input: file })) {
    const { id, title, abstract } = JSON.parse(line) as { id: string; title: string; abstract: string };
    if (id.startsWith('conf:')) continue;
    const arxivId = arxivIdOfNumber(id);
    if (!byId.has(arxivId)) byId.set(arxivId, { ...emptyRecord, arxivId, title, abstract });
  }
  return [...byId.values()];
}

/** The papers of the archived days, each id once, as the latest day has them; broken days are passed over. */
function readDaily(): WantedPaper[] {
  const byId = new Map<string, WantedPaper>();
  for (const file of readdirSync(join(shared, 'hf-daily')).sort()) {
    const entries = readEntries(join(shared, 'hf-daily', file));
    for (const { paper } of entries)
      byId.set(paper.id, { id: paper.id, title: paper.title, abstract: paper.summary });
  }
  return [...byId.values()];
}

function readEntries(file: string): { paper: { id: string; title: string; summary: string } }[] {
  try {
    const entries = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return Array.isArray(entries) ? entries.filter((entry) => typeof entry?.paper?.id === 'string') : [];
  } catch {
    return [];
  }
}
