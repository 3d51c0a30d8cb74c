import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { DocumentTokenizer, type KeptTokens } from '#search/build/document-tokenizer.ts';
import type { SearchDocument } from '#search/schema.ts';
import { papers, searchDocument } from './documents.ts';

/** Keys as a build has them: another for every change. */
const keysOf = (documents: readonly SearchDocument[]) =>
  new Map(documents.map((document) => [document.slug, JSON.stringify(document)]));

/** Builds an index, with what another build kept; answers its files, and what it keeps, as a file has it. */
function build(documents: readonly SearchDocument[], kept?: KeptTokens) {
  const tokenizer = new DocumentTokenizer(keysOf(documents), kept);
  const { files } = buildSearch(documents, undefined, tokenizer);
  return { files, kept: deserialize(serialize(tokenizer.keep())) as KeptTokens };
}

/** A document whose texts must not be read. */
const unread = (document: SearchDocument): SearchDocument => ({
  ...document,
  get abstract(): never {
    throw new Error(`${document.slug} is read again.`);
  },
});

it('does not read documents again that were kept', () => {
  const { files, kept } = build(papers);
  const tokenizer = new DocumentTokenizer(keysOf(papers), kept);
  expect(buildSearch(papers.map(unread), undefined, tokenizer).files).toEqual(files);
  const [first, ...others] = papers as [SearchDocument, ...SearchDocument[]];
  const changed = { ...first, hasCode: true };
  const another = new DocumentTokenizer(keysOf([changed, ...others]), kept);
  expect(() => buildSearch([unread(changed), ...others], undefined, another)).toThrow('is read again');
});

it('asks a document for a text once, since it may have to be read from a file', () => {
  const read: string[] = [];
  const [first] = papers as [SearchDocument];
  const document: SearchDocument = {
    ...first,
    get abstract() {
      read.push('abstract');
      return first.abstract;
    },
  };
  expect(buildSearch([document]).files).toEqual(buildSearch([first]).files);
  expect(read).toEqual(['abstract']);
});

it('gives the same index whatever was kept: documents that came, changed or went, and other topics', () => {
  const { kept } = build(papers);
  const added = searchDocument({ slug: 'new', title: ['Quantum kernels'], abstract: ['Something new.'] });
  const [first, second, ...others] = papers as [SearchDocument, SearchDocument, ...SearchDocument[]];
  const changed = { ...first, title: ['A changed title'] };
  const otherTopics = {
    ...second,
    topics: [{ slug: 'a-new-topic', name: 'A new topic', abbreviations: [] }],
  };
  for (const documents of [
    [...papers, added],
    papers.slice(1),
    [changed, second, ...others],
    [first, otherTopics],
  ]) {
    const next = build(documents, kept);
    expect(next.files).toEqual(buildSearch(documents).files);
    expect(build(documents, next.kept).files).toEqual(next.files);
  }
});

it('keeps no terms of documents that went, and no documents without keys', () => {
  const { kept } = build(papers);
  expect(kept.terms).toContain('gaussian');
  expect(build(papers.slice(1), kept).kept.terms).not.toContain('gaussian');
  const tokenizer = new DocumentTokenizer();
  buildSearch(papers, undefined, tokenizer);
  expect(tokenizer.keep().keys).toEqual([]);
});
