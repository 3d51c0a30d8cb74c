import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { renderAbstract, renderInline, renderVersion } from '#abstracts/render.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { arxivIdOf } from '#search/query/arxiv-id-of.ts';
import { segmentsOfHtml } from '#search/segments-of-html.ts';
import { shortAuthors } from '#views/paper-card.ts';
import type { SearchDocument } from '#search/schema.ts';
import { Random } from '../../random.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const cache = new URL('../../../.cache/bench/', import.meta.url);

interface RawPaper {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  published: string;
}

function readArxiv(): RawPaper[] {
  const text = gunzipSync(readFileSync(new URL('corpus/arxiv-abstracts.jsonl.gz', shared))).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function readDaily(): RawPaper[] {
  const papers: RawPaper[] = [];
  for (const name of readdirSync(new URL('hf-daily/', shared)).sort()) {
    const day: unknown = JSON.parse(readFileSync(new URL(`hf-daily/${name}`, shared), 'utf8'));
    for (const item of Array.isArray(day) ? day : []) {
      if (typeof item !== 'object' || typeof item?.paper?.summary !== 'string') continue;
      papers.push({
        id: item.paper.id,
        title: item.paper.title.replace(/\s+/g, ' '),
        abstract: item.paper.summary.replace(/\s+/g, ' '),
        authors: item.paper.authors.map((author: { name: string }) => author.name),
        categories: [],
        published: item.publishedAt.slice(0, 10),
      });
    }
  }
  return papers;
}

/** arXiv's own categories, as against the MSC and ACM classes some authors add. */
const archivePattern = /^(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|nlin)\.[A-Za-z-]+$/;

const fingerprint = (text: string) => createHash('sha1').update(text).digest('hex');

function slugOf({ id }: RawPaper): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

const asRendered = (text: string) => ({ text, formulas: formulasOf(text) });

function toDocument(paper: RawPaper): SearchDocument {
  return {
    slug: slugOf(paper),
    title: segmentsOfHtml(renderInline(asRendered(paper.title)).html),
    abstract: segmentsOfHtml(renderAbstract(asRendered(paper.abstract)).html),
    authors: paper.authors,
    topics: paper.categories
      .filter((name) => archivePattern.test(name))
      .slice(0, 3)
      .map((name) => ({ slug: name.toLowerCase().replace('.', '-'), name, abbreviations: [] })),
    byline: shortAuthors(paper.authors, null, null),
    seen: null,
    arxivId: arxivIdOf(paper.id),
    // Some papers only have a year, or a year and a month.
    published: (paper.published + '-07-01'.slice(Math.max(0, paper.published.length - 4))).slice(0, 10),
    upvotes: null,
    hasCode: /github\.com|gitlab\.com/.test(paper.abstract),
    hasMath: paper.abstract.includes('$'),
  };
}

/** More papers from sentences of real ones: six sentences of as many abstracts, title and authors of a seventh. */
function recombine(papers: readonly RawPaper[], count: number): RawPaper[] {
  const random = new Random(7);
  const pick = () => random.pick(papers) as RawPaper;
  return Array.from({ length: count }, (_, i) => {
    const { title, authors, categories, published } = pick();
    const sentences = Array.from({ length: 6 }, () => {
      const all = pick().abstract.split(/(?<=\.) /);
      return all[random.below(all.length)];
    });
    return { id: `recombined-${i}`, title, authors, categories, published, abstract: sentences.join(' ') };
  });
}

/**
 * `size` papers in a seeded order: every abstract of the shared corpus and the daily papers, one for each title, and
 * beyond those (`recombined` of them) papers put together from their sentences. Rendered once, then kept on disk.
 */
export function loadCorpus(size: number): { documents: SearchDocument[]; recombined: number } {
  const cached = new URL(
    `search-${size}-${fingerprint(renderVersion + String(toDocument)).slice(0, 8)}.jsonl`,
    cache,
  );
  if (!existsSync(cached)) {
    mkdirSync(cache, { recursive: true });
    const file = openSync(cached, 'w');
    for (const paper of choosePapers(size)) writeSync(file, `${JSON.stringify(toDocument(paper))}\n`);
    closeSync(file);
  }
  const documents: SearchDocument[] = [];
  for (const line of readLines(cached)) documents.push(JSON.parse(line));
  return { documents, recombined: documents.filter(({ slug }) => slug.startsWith('recombined-')).length };
}

/** The lines of a file, which may be larger than the longest string. */
function* readLines(file: URL): Generator<string> {
  const bytes = readFileSync(file);
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(10, start);
    yield bytes.toString('utf8', start, end);
  }
}

function choosePapers(size: number): RawPaper[] {
  const byTitle = new Map<string, RawPaper>();
  for (const paper of [...readArxiv(), ...readDaily()]) {
    const key = paper.title.toLowerCase().replace(/[^a-z0-9]+/g, '');
    if (paper.abstract !== '' && !byTitle.has(key)) byTitle.set(key, paper);
  }
  const papers = [...byTitle.values()]
    .map((paper) => ({ paper, key: fingerprint(paper.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ paper }) => paper);
  const unique = [...new Map(papers.map((paper) => [slugOf(paper), paper])).values()];
  const recombined = Math.max(0, size - unique.length);
  return [...unique.slice(0, size), ...recombine(unique, recombined)];
}
