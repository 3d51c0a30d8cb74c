import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FullIndex } from '../../scripts/bench/search/full-index.ts';
import { buildSearch } from '#search/build-search.ts';
import { SearchClient } from '#search/client/search-client.ts';
import type { SearchDocument, Segment } from '#search/schema.ts';

const words = [
  'graph',
  'graphs',
  'graphical',
  'model',
  'models',
  'neural',
  'αβ',
  'naïve',
  'the',
  'gpt4',
  '\\epsilon',
  'Élan',
  'O(n log n)',
  'x_1',
  'n',
  '√n',
];
const topics = ['graphs', 'theory', 'vision'].map((slug) => ({
  slug,
  name: `${slug} models`,
  abbreviations: [],
}));

const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...words), { maxLength }).map((parts) => parts.join(' '));

const formula = fc
  .constantFrom('\\epsilon_0', '\\ell_1', 'O(\\sqrt{n})', 'n \\leq x_1')
  .map((tex): Segment => [tex, '<math></math>']);
const segments = (maxLength: number) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: text(maxLength) }, formula), { maxLength: 3 });

const corpus = fc
  .array(
    fc.record({
      title: segments(4),
      abstract: segments(20),
      authors: fc.array(text(2), { maxLength: 3 }),
      topics: fc.subarray(topics),
      byline: fc.constant(null),
      published: fc.constant(null),
      arxivId: fc.constantFrom(null, '2401.12345', '2401.12346', 'hep-th/9901001'),
      seen: fc.constantFrom(null, '2024-01-31', '2024-02-01', '2025-03-11', '2025-12-31'),
      upvotes: fc.constant(null),
      hasCode: fc.boolean(),
      hasMath: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((documents) => documents.map((document, i): SearchDocument => ({ ...document, slug: `paper-${i}` })));

const fieldPrefix = fc.constantFrom('', '', 'title:', 'abstract:', 'author:');
const word = fc.constantFrom(
  'graph',
  'grap',
  'model',
  'mod',
  'neural',
  'alpha',
  'β',
  'naive',
  'epsilon',
  'gpt',
  'elan',
  'sqrt',
  '\\leq',
  '$n$',
  'x_1',
);
const filter = fc.constantFrom(
  'has:code',
  'has:math',
  '-has:code',
  'date:2025',
  'date:2024-02',
  'date:2024-01-31..2025-03',
  'topic:vision',
  '-topic:theory',
  '-arXiv:2401.12345v2',
  'arxiv.org/abs/hep-th/9901001',
);
const query = fc
  .record({
    words: fc.uniqueArray(fc.tuple(fieldPrefix, word), {
      minLength: 1,
      maxLength: 4,
      selector: ([, term]) => term,
    }),
    joins: fc.array(fc.constantFrom(' ', ' ', ' OR '), { minLength: 3, maxLength: 3 }),
    excluded: fc.option(word),
    filters: fc.array(filter, { maxLength: 2 }),
    ending: fc.constantFrom('', ' '),
  })
  .map(({ words: terms, joins, excluded, filters, ending }) => {
    const positive = terms.map(([field, term], i) => `${i > 0 ? joins[i - 1] : ''}${field}${term}`).join('');
    return [...filters, excluded === null ? '' : `-${excluded}`, positive].filter(Boolean).join(' ') + ending;
  });

const limits = fc.record({
  maxShardBytes: fc.integer({ min: 1, max: 500 }),
  maxSharedPostings: fc.integer({ min: 1, max: 50 }),
  maxWordsPerFile: fc.integer({ min: 1, max: 10 }),
  documentsPerBundle: fc.integer({ min: 1, max: 10 }),
});

/** Equal scores may come in any order: rows become comparable when equal scores are sorted by slug. */
function comparable(rows: readonly { slug: string; score: number }[]): string[] {
  return rows
    .map(({ slug, score }) => ({ slug, score: score.toPrecision(9) }))
    .sort((a, b) => Number(b.score) - Number(a.score) || (a.slug < b.slug ? -1 : 1))
    .map(({ slug, score }) => `${slug} ${score}`);
}

describe('sharded search', () => {
  test('finds and scores what a full MiniSearch index does, for every operator', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        limits,
        fc.array(query, { minLength: 1, maxLength: 5 }),
        async (documents, sizes, queries) => {
          const { files } = buildSearch(documents, sizes);
          const client = new SearchClient(async (path) => ({ bytes: files.get(path)!, start: 0 }));
          const full = new FullIndex(documents);
          for (const q of queries) {
            const { results, total, notes } = await client.search(q, { limit: 100 });
            // The full index takes words and ids as they are.
            if (notes.some((note) => /also searched|arXiv id/.test(note))) continue;
            const expected = full.search(q);
            expect(comparable(results), q).toEqual(comparable(expected));
            expect(total).toBe(expected.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
