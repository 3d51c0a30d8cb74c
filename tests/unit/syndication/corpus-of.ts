import { toPlain } from '#abstracts/render.ts';
import { groupAuthors } from '#corpus/authors.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { groupDigests } from '#corpus/digests.ts';
import type { Entry } from '#corpus/schema.ts';
import { groupByTopic } from '#corpus/topics.ts';
import type { Paper } from '#papers/schema.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { siteConfigSchema } from '#site/schema.ts';
import { TermCoder } from '#text/term-coder.ts';
import { entryOf } from '../corpus/paper-of.ts';

export const site = siteConfigSchema.parse({
  authors: { pagesFrom: 1, feedsFrom: 1 },
  title: 'A Digest',
  description: 'Papers & more.',
  url: 'https://a.org',
  base: '/digest/',
});

const taxonomy = {
  groups: [{ slug: 'all', name: 'All' }],
  topics: [
    {
      slug: 'theory',
      name: 'Theory',
      group: 'all',
      description: 'Of *learning*.',
      phrases: {},
      except: [],
      arxiv: {},
    },
    {
      slug: 'vision',
      name: 'Vision',
      group: 'all',
      description: 'Images.',
      phrases: {},
      except: [],
      arxiv: {},
    },
  ],
};

/** An entry whose texts have their formulas found. */
export function paperEntry(values: Partial<Paper> & { id: string }, more: Partial<Entry> = {}): Entry {
  const entry = entryOf(values);
  const { title, abstract } = entry.paper;
  return {
    ...entry,
    title: { text: title, formulas: formulasOf(title) },
    abstract: { text: abstract, formulas: formulasOf(abstract) },
    ...more,
  };
}

/** A corpus of these entries, for the site above. */
export function corpusOf(entries: Entry[]): Corpus {
  return {
    site,
    taxonomy,
    formerPapers: {},
    formerTopics: {},
    entries,
    entryById: new Map(entries.map((entry) => [entry.paper.id, entry])),
    renderedById: new Map(
      entries.map(({ paper, title, abstract }) => [
        paper.id,
        {
          titleHtml: '',
          abstractHtml: '',
          titlePlain: toPlain(title),
          abstractPlain: toPlain(abstract),
          hasMath: false,
        },
      ]),
    ),
    digests: groupDigests(
      entries.map(({ paper }) => paper),
      new Map(),
    ),
    byTopic: groupByTopic(entries, taxonomy),
    authors: groupAuthors(entries, 1),
    feeds: [],
    messages: [],
    termCoder: () => new TermCoder(),
    mathCss: '',
    aboutMarkdown: null,
  };
}

/** Where a paper was sighted, one a date. */
export const sightedOn = (...dates: (string | null)[]): Paper['sightings'] =>
  dates.map((date, index) => ({ feed: `${date}.txt`, line: 1, position: index + 1, date }));

/** Two papers with everything and with nothing known, and a hostile one. */
export const sampleCorpus = corpusOf([
  paperEntry(
    {
      id: '1a',
      slug: 'square-roots',
      title: 'On $\\sqrt{n}$ & <more>',
      abstract: 'We show $O(\\sqrt{n})$ if $a<b$.\n\nIt is {\\em sharp}.',
      authors: ['Ada Lovelace', 'Émile <b>Borel</b>'],
      arxivId: '2510.00001',
      sightings: sightedOn('2025-10-28', '2025-10-30'),
    },
    { topics: ['theory'], links: [{ kind: 'code', url: 'https://github.com/a/b?x=1&y=2' }] },
  ),
  paperEntry(
    { id: '2b', slug: 'unknown', title: 'Nothing known', sightings: sightedOn(null) },
    { topics: ['vision'] },
  ),
  paperEntry(
    {
      id: '3c',
      slug: 'hostile',
      title: '<script>alert(1)</script> ]]> &amp; \u0001\ufffe',
      abstract: '<img src=x onerror=alert(1)> ]]>',
      authors: [']]><x/>', '\u0002'],
      sightings: sightedOn('2025-10-30'),
    },
    { topics: ['theory', 'vision'] },
  ),
]);
