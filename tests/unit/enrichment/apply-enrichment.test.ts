import { expect, it } from 'vitest';
import { applyEnrichment } from '#enrichment/apply-enrichment.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { paperOf } from '../corpus/paper-of.ts';

const paper = paperOf({
  id: 'sorting-in-the-dark',
  formerSlugs: ['sorting'],
  title: 'Sorting in O(n)',
  abstract: 'In mathcal{O}(n).',
  published: '2025-01-03',
  authorCount: 3,
});

const line: Enrichment = {
  paper: paper.id,
  arxivId: '2501.00001',
  accepted: true,
  record: {
    title: 'Sorting in $O(n)$',
    abstract: 'In $\\mathcal{O}(n)$.',
    authors: ['A. One', 'B. Two'],
    categories: ['cs.DS'],
    published: '2025-01-02',
    doi: '10.1/x',
  },
};

const texts = (result: ReturnType<typeof applyEnrichment>) => result.messages.map(({ text }) => text);

it("gives a paper the authors' text and the facts, and leaves its addresses and sightings", () => {
  const { value, messages } = applyEnrichment([paper], [line]);
  expect(messages).toEqual([]);
  expect(value).toEqual([
    {
      ...paper,
      arxivId: '2501.00001',
      title: 'Sorting in $O(n)$',
      abstract: 'In $\\mathcal{O}(n)$.',
      tex: 'authors',
      authors: ['A. One', 'B. Two'],
      authorCount: 2,
      categories: ['cs.DS'],
      published: '2025-01-02',
      doi: '10.1/x',
    },
  ]);
});

it('keeps what the record does not know', () => {
  const record = { title: 'T', abstract: '', authors: [], categories: [], published: null, doi: null };
  expect(applyEnrichment([paper], [{ ...line, record }]).value).toEqual([
    { ...paper, arxivId: '2501.00001', title: 'T' },
  ]);
});

it('takes a line written by hand, with an id alone', () => {
  const byHand = { paper: paper.id, arxivId: '2501.00001', accepted: true };
  expect(applyEnrichment([paper], [byHand]).value).toEqual([{ ...paper, arxivId: '2501.00001' }]);
});

it('passes over lines that are not accepted', () => {
  expect(applyEnrichment([paper], [{ ...line, accepted: false }]).value).toEqual([paper]);
});

it('gives a paper that knows its id the record of this id only', () => {
  const known = { ...paper, arxivId: '2412.00009' };
  const refused = applyEnrichment([known], [line]);
  expect(refused.value).toEqual([known]);
  expect(texts(refused)).toEqual([
    'The line on sorting-in-the-dark gives it arXiv:2501.00001, but its feeds say arXiv:2412.00009; the line was not used. Remove it, and run "digest enrich" again.',
  ]);
  const own = { ...line, arxivId: '2412.00009' };
  for (const lines of [
    [line, own],
    [own, line],
  ]) {
    const given = applyEnrichment([known], lines);
    expect(given.messages).toEqual([]);
    expect(given.value).toMatchObject([{ arxivId: '2412.00009', tex: 'authors', ...own.record }]);
  }
});

it('says when the record has another version of the abstract', () => {
  const agreement = { title: 1, containment: 0.5, jaccard: 0.4 };
  const known = { ...paper, arxivId: '2501.00001' };
  const result = applyEnrichment([known], [{ ...line, agreement }]);
  expect(result.value).toMatchObject([{ tex: 'authors', abstract: line.record!.abstract }]);
  expect(texts(result)).toEqual([
    'arXiv:2501.00001 has another version of the abstract than the feed; arXiv\'s was taken. Set "accepted" to false in records/2501.jsonl to keep the feed\'s.',
  ]);
});

it.each([
  ['the same abstract', { title: 1, containment: 1, jaccard: 0.9 }],
  ['an abstract where the feed has none', { title: 1, containment: null, jaccard: null }],
])('says nothing when the record has %s', (_, agreement) => {
  const known = { ...paper, arxivId: '2501.00001' };
  const result = applyEnrichment([known], [{ ...line, agreement }]);
  expect(result.value).toMatchObject([{ tex: 'authors', abstract: line.record!.abstract }]);
  expect(result.messages).toEqual([]);
});

it("leaves a text that a feed brought as the authors' own", () => {
  const own = { ...paper, arxivId: '2501.00001', tex: 'authors' as const };
  expect(applyEnrichment([own], [line])).toEqual({ value: [own], messages: [] });
});

it('gives no id twice', () => {
  const owner = paperOf({ id: 'owner', arxivId: '2501.00001' });
  const result = applyEnrichment([paper, owner], [line]);
  expect(result.value).toEqual([paper, owner]);
  expect(texts(result)).toEqual([
    'The line on sorting-in-the-dark gives it arXiv:2501.00001, which is the paper owner; the line was not used.',
  ]);
});

it('says how many lines are on papers that are gone', () => {
  expect(texts(applyEnrichment([], [line]))).toEqual([
    '1 lines are on papers that no feed has, such as sorting-in-the-dark; they were not used.',
  ]);
});
