import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { mergeSightings } from '#papers/merge.ts';
import { restorePaper } from '#corpus/prepare.ts';
import { readFeed } from '#sightings/read-feed.ts';
import { feedSources } from '../../content/feed-sources.ts';
import { loadContent } from '../../content/load-content.ts';

/**
 * A paper to learn from. `key` tells papers apart by title; `day` is that of the daily papers it comes from, null
 * elsewhere.
 */
export interface Material {
  source: 'feeds' | 'daily' | 'corpus';
  key: string;
  day: string | null;
  title: string;
  abstract: string;
  categories: string[];
  keywords: string[];
}

/** Which topics a paper has: `core` surely, `also` perhaps. */
export interface Labels {
  core: string[];
  also: string[];
}

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const content = fileURLToPath(new URL('../../../content', import.meta.url));

/** Whether the folder that holds the material is there. */
export const hasMaterial = existsSync(`${shared}/gold/topics-dev.jsonl`);

/** A title as it is compared: letters and digits only. */
export const titleKey = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const hash = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16);

/** In which of `count` folds a paper falls. */
export const foldOf = (key: string, count: number): number => hash(key) % count;

/** Whether a day of the daily papers is held out: three in ten, by the hash of its date. */
export const isHeldOut = (day: string): boolean => hash(day) % 10 < 3;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All papers of the site's own feeds, restored. */
export async function feedPapers(): Promise<Material[]> {
  const { feeds } = loadContent(content);
  const read = [];
  for (const source of feedSources(content)) read.push(await readFeed(source, feeds[source.name]));
  return mergeSightings(read.flatMap(({ value }) => value.sightings)).value.map((paper) => {
    const { title, abstract } = restorePaper(paper);
    const { categories, keywords } = paper;
    return {
      source: 'feeds',
      key: titleKey(paper.title),
      day: null,
      title: title.text,
      abstract: abstract.text,
      categories,
      keywords,
    };
  });
}

/** The daily papers that were archived as the interface gave them, each on its first day. */
export function dailyPapers(): Material[] {
  const seen = new Set<string>();
  return readdirSync(`${shared}/hf-daily`)
    .sort()
    .flatMap((file) => {
      const day: unknown = JSON.parse(readFileSync(`${shared}/hf-daily/${file}`, 'utf8'));
      return Array.isArray(day) ? day.map((entry: unknown) => ({ entry, date: file.slice(0, 10) })) : [];
    })
    .flatMap(({ entry, date }): Material[] => {
      if (typeof entry !== 'object' || entry === null || !('paper' in entry)) return [];
      const paper = entry.paper as { id: string; title: string; summary?: string; ai_keywords?: string[] };
      if (seen.has(paper.id)) return [];
      seen.add(paper.id);
      return [
        {
          source: 'daily',
          key: titleKey(paper.title),
          day: date,
          title: oneLine(paper.title),
          abstract: oneLine(paper.summary ?? ''),
          categories: [],
          keywords: paper.ai_keywords ?? [],
        },
      ];
    });
}

/** The abstracts of the corpus, one for each title. */
export function corpusPapers(): Material[] {
  const seen = new Set<string>();
  return gunzipSync(readFileSync(`${shared}/corpus/arxiv-abstracts.jsonl.gz`))
    .toString('utf8')
    .split('\n')
    .flatMap((line): Material[] => {
      if (line === '') return [];
      const { title, abstract, categories } = JSON.parse(line) as {
        title: string;
        abstract: string;
        categories: string[] | null;
      };
      const key = titleKey(title);
      if (seen.has(key) || abstract.length < 200) return [];
      seen.add(key);
      return [
        {
          source: 'corpus',
          key,
          day: null,
          title: oneLine(title),
          abstract: oneLine(abstract),
          categories: categories ?? [],
          keywords: [],
        },
      ];
    });
}

/** The labels of two annotators for papers of the feeds, by title. */
export function feedLabels(): Map<string, Labels> {
  const rows = jsonLines<Labels & { title: string }>(`${shared}/gold/topics-dev.jsonl`);
  return new Map(rows.map(({ title, core, also }) => [titleKey(title), { core, also }]));
}

/** The labels of `labels.jsonl`, by title. */
export function ownLabels(): Map<string, Labels> {
  const rows = jsonLines<{ title: string; topics: string[] }>(
    fileURLToPath(new URL('./labels.jsonl', import.meta.url)),
  );
  return new Map(rows.map(({ title, topics }) => [titleKey(title), { core: topics, also: [] }]));
}

/** The slugs that the annotators of the feeds chose from. */
export function annotatedSlugs(): Set<string> {
  const taxonomy = readFileSync(`${shared}/gold/taxonomy.yaml`, 'utf8');
  return new Set([...taxonomy.matchAll(/^([a-z0-9-]+):/gm)].map(([, slug]) => slug!));
}

const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
