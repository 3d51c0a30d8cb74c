import { expect, it } from 'vitest';
import { formatEnrichment, parseEnrichment, recordsFileName } from '#enrichment/enrichment-file.ts';
import type { Enrichment } from '#enrichment/schema.ts';

const lines: Enrichment[] = [
  { paper: 'a', arxivId: null, accepted: false },
  {
    paper: 'b',
    arxivId: '2501.00001',
    accepted: true,
    agreement: { title: 1, containment: 0.9, jaccard: null },
    record: { title: 'T', abstract: 'A', authors: ['N'], categories: [], published: '2025-01-01', doi: null },
  },
];

it('reads what it writes', () => {
  expect(parseEnrichment(formatEnrichment(lines))).toEqual({ value: lines, messages: [] });
  expect(parseEnrichment('')).toEqual({ value: [], messages: [] });
});

it('leaves out lines that it cannot read, and says which', () => {
  const text =
    '{"paper":"a","arxivId":"1","accepted":true}\n  \n<<<<<<< HEAD\n{"paper":"b","accepted":"yes"}\n';
  const { value, messages } = parseEnrichment(text);
  expect(value.map(({ paper }) => paper)).toEqual(['a']);
  expect(messages.map(({ line, rule }) => [line, rule])).toEqual([
    [3, 'enrichment-line-unreadable'],
    [4, 'enrichment-line-unreadable'],
  ]);
  expect(messages.map(({ text }) => text)).toEqual([
    'The line (“<<<<<<< HEAD”) is not JSON (Unexpected token \'<\', "<<<<<<< HEAD" is not valid JSON), and was left out. Mend or remove it; "digest enrich" finds again what is missing.',
    'The line (“{"paper":"b","accepted":"yes"}”) is not of the expected form (✖ Invalid input: expected string, received undefined → at arxivId ✖ Invalid input: expected boolean, received string → at accepted), and was left out. Mend or remove it; "digest enrich" finds again what is missing.',
  ]);
});

it('takes the first of two lines on one paper', () => {
  const { value, messages } = parseEnrichment(
    '{"paper":"a","arxivId":"1","accepted":true}\n{"paper":"a","arxivId":"2","accepted":true}',
  );
  expect(value.map(({ arxivId }) => arxivId)).toEqual(['1']);
  expect(messages).toEqual([
    {
      severity: 'warning',
      rule: 'enrichment-line-repeated',
      feed: 'enrichment.jsonl',
      line: 2,
      text: 'There is an earlier line on a, which counts; this one was left out.',
    },
  ]);
});

it.each([
  ['2410.00001', 'records/2410.jsonl'],
  ['0704.0001', 'records/0704.jsonl'],
  ['math/0309136', 'records/0309.jsonl'],
])('keeps the line of %s in %s', (arxivId, file) => {
  expect(recordsFileName(arxivId)).toBe(file);
});
