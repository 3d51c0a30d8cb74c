import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { relatedPapers } from '#related/related.ts';
import { createAssigner } from '#topics/assign.ts';
import { pack, unpack } from '#topics/model.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { countByMonth } from '#trends/months.ts';

const yaml = readFileSync(new URL('../../content/topics.yaml', import.meta.url), 'utf8');
const taxonomy = taxonomySchema.parse(parse(yaml));
const assigner = createAssigner(taxonomy);
const slugs = new Set(taxonomy.topics.map(({ slug }) => slug));

const word = fc.constantFrom(
  'diffusion',
  'model',
  'Models',
  'SGD',
  '$x^2$',
  'regret',
  'bandits',
  'the',
  '\\em',
  'graph',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
);
const document = fc.record({ title: text, abstract: text });

describe('topics of any text', () => {
  it('are at most four of the taxonomy, each once, best first', () => {
    fc.assert(
      fc.property(document, (paper) => {
        const topics = assigner.assign(paper);
        expect(topics.length).toBeLessThanOrEqual(4);
        expect(new Set(topics.map(({ slug }) => slug)).size).toBe(topics.length);
        for (const { slug, score } of topics) {
          expect(slugs.has(slug)).toBe(true);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(topics.map(({ score }) => score)).toEqual(
          topics.map(({ score }) => score).sort((a, b) => b - a),
        );
        const explained = assigner.explain(paper).filter(({ assigned }) => assigned);
        expect(explained.map(({ slug }) => slug)).toEqual(topics.map(({ slug }) => slug));
      }),
      { numRuns: 200 },
    );
  });

  it('come back from packed weights nearly as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1 }), (numbers) => {
        const most = Math.max(...numbers.map(Math.abs));
        unpack(pack(numbers)).forEach((number, place) =>
          expect(Math.abs(number - numbers[place]!)).toBeLessThanOrEqual(0.04 * most + 1e-6),
        );
      }),
    );
  });
});

describe('related papers of any texts', () => {
  it('do not depend on their order, and are never the paper itself', () => {
    const papers = fc.uniqueArray(fc.record({ id: fc.string(), title: text, abstract: text }), {
      selector: ({ id }) => id,
      maxLength: 12,
    });
    fc.assert(
      fc.property(papers, (list) => {
        const related = relatedPapers(list);
        expect(related).toEqual(new Map([...relatedPapers([...list].reverse())].reverse()));
        for (const [id, others] of related) expect(others.map((other) => other.id)).not.toContain(id);
      }),
      { numRuns: 100 },
    );
  });
});

describe('months', () => {
  it('account for every dated paper', () => {
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    const paper = fc.record({
      date: fc.option(date.map((day) => day.toISOString().slice(0, 10))),
      topics: fc.subarray(['a', 'b', 'c']),
    });
    fc.assert(
      fc.property(fc.array(paper), (papers) => {
        const { totals, counts } = countByMonth(papers, ['a', 'b', 'c']);
        const sum = (row: readonly number[]) => row.reduce((total, count) => total + count, 0);
        const dated = papers.filter(({ date }) => date !== null);
        expect(sum(totals)).toBe(dated.length);
        expect(sum(counts.get('a')!)).toBe(dated.filter(({ topics }) => topics.includes('a')).length);
      }),
    );
  });
});
