import { expect, it } from 'vitest';
import { indexTerms } from '#related/term-index.ts';
import { TermCoder } from '#text/term-coder.ts';

it('keeps of a common term the documents in which it weighs most, and all that are new', () => {
  const coder = new TermCoder();
  const abstracts = ['kalu rado moru', 'kalu', 'kalu rado', 'moru', 'kalu rado moru', 'kalu moru rado'];
  const coded = abstracts.map((abstract) => coder.code({ title: '', abstract }));
  const { postings, vectors, label, termCount } = indexTerms(coded, 4, coder.spellings, 2);
  const kalu = Array.from({ length: termCount }, (_, term) => label(term)).indexOf('kalu');
  const documents = [...postings.numbers.subarray(postings.starts[kalu], postings.starts[kalu + 1])];
  expect(documents).toEqual([1, 2, 4, 5]);
  expect(postings.starts[termCount]).toBe(postings.numbers.length);
  documents.forEach((document, place) => {
    const at = vectors.numbers.indexOf(kalu, vectors.starts[document]);
    expect(postings.weights[postings.starts[kalu]! + place]).toBe(vectors.weights[at]);
  });
});
