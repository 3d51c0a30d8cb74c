import { decodeFile, unwrap } from '#search/format/container.ts';
import { decodeCore, type Core } from '#search/format/core.ts';
import { decodeSlot } from '#search/format/document-bundle.ts';
import { decodeManifest, manifestPath, numberedPath, type Manifest } from '#search/format/manifest.ts';
import { lastNotAbove } from '#search/format/term-list.ts';
import { TermShard, type TermPostings } from '#search/format/term-shard.ts';
import { decodeVocabulary, type VocabularyWord } from '#search/format/vocabulary.ts';
import { Candidates } from '#search/query/rank.ts';
import type { StoredDocument } from '#search/schema.ts';
import type { FetchFile } from './fetch-file.ts';
import { SharedLoads } from './shared-loads.ts';

/** Memory that decoded shards may keep, in bytes. */
const maxShardHeapBytes = 24e6;

/** Documents and vocabulary files that are kept. */
const maxKeptDocuments = 500;
const maxKeptVocabularies = 12;

/** The field lengths of all abstracts by number of document. */
function abstractLengthsOf(core: Core, documentCount: number): Uint16Array {
  const lengths = new Uint16Array(documentCount);
  let start = 0;
  for (const { abstractLengths } of core.years) {
    lengths.set(abstractLengths, start);
    start += abstractLengths.length;
  }
  return lengths;
}

/** One state of the index: its manifest and core, and what was loaded of the rest so far. */
export class IndexFiles {
  readonly manifest: Manifest;
  readonly core: Core;
  /** Room to rank one query at a time. */
  readonly candidates: Candidates;
  #fetchFile: FetchFile;
  #shards: SharedLoads<TermShard>;
  #vocabularies: SharedLoads<VocabularyWord[]>;
  #documents: SharedLoads<StoredDocument>;

  private constructor(manifest: Manifest, core: Core, fetchFile: FetchFile) {
    this.manifest = manifest;
    this.core = core;
    this.candidates = new Candidates(manifest.documentCount);
    this.#fetchFile = fetchFile;
    const abstractLengths = abstractLengthsOf(core, manifest.documentCount);
    this.#shards = new SharedLoads(
      async (path, signal) => {
        const payload = await unwrap((await fetchFile(path, { signal })).bytes, 'terms', path);
        return decodeFile(path, () => new TermShard(payload, abstractLengths));
      },
      { sizeOf: (shard) => shard.heapBytes, maxSize: maxShardHeapBytes },
    );
    this.#vocabularies = new SharedLoads(
      async (path, signal) => {
        const payload = await unwrap((await fetchFile(path, { signal })).bytes, 'vocabulary', path);
        return decodeFile(path, () => decodeVocabulary(payload));
      },
      { sizeOf: () => 1, maxSize: maxKeptVocabularies },
    );
    this.#documents = new SharedLoads((key, signal) => this.#loadDocument(Number(key), signal), {
      sizeOf: () => 1,
      maxSize: maxKeptDocuments,
    });
  }

  /**
   * Loads manifest and core.
   *
   * @param fresh past the browser's cache, after a file of a known manifest was missing.
   */
  static async open(fetchFile: FetchFile, fresh: boolean): Promise<IndexFiles> {
    const manifest = decodeManifest((await fetchFile(manifestPath, { fresh })).bytes);
    const bytes = (await fetchFile(manifest.core, {})).bytes;
    const payload = await unwrap(bytes, 'core', manifest.core);
    const core = decodeFile(manifest.core, () => decodeCore(payload, manifest.documentCount));
    return new IndexFiles(manifest, core, fetchFile);
  }

  /** The terms from `from` to `to`, both included, with their postings. */
  async termsInRange(
    from: string,
    to: string,
    signal?: AbortSignal,
  ): Promise<{ term: string; postings: TermPostings }[]> {
    const [first, last] = this.#filesOf(from, to);
    const loads: Promise<TermShard>[] = [];
    for (let i = first; i <= last; i++) {
      loads.push(this.#shards.get(numberedPath(this.manifest.terms, i), signal));
    }
    return (await Promise.all(loads)).flatMap((shard) => shard.between(from, to));
  }

  /** How many files have the terms from `from` to `to`. */
  countFiles(from: string, to: string): number {
    const [first, last] = this.#filesOf(from, to);
    return last - first + 1;
  }

  #filesOf(from: string, to: string): [first: number, last: number] {
    const { termLabels } = this.core;
    return [Math.max(0, lastNotAbove(termLabels, from)), lastNotAbove(termLabels, to)];
  }

  /** The words of the vocabulary that begin (or, spelt backwards, end) with `prefix`. */
  async wordsWithPrefix(prefix: string, reversed: boolean, signal?: AbortSignal): Promise<VocabularyWord[]> {
    const { wordLabels, reversedWordLabels } = this.core;
    const labels = reversed ? reversedWordLabels : wordLabels;
    const offset = reversed ? wordLabels.length : 0;
    const loads: Promise<VocabularyWord[]>[] = [];
    const last = lastNotAbove(labels, `${prefix}\uffff`);
    for (let i = Math.max(0, lastNotAbove(labels, prefix)); i <= last; i++) {
      loads.push(this.#vocabularies.get(numberedPath(this.manifest.words, offset + i), signal));
    }
    return (await Promise.all(loads)).flat().filter(({ term }) => term.startsWith(prefix));
  }

  /** A document by number. */
  document(number: number, signal?: AbortSignal): Promise<StoredDocument> {
    return this.#documents.get(String(number), signal);
  }

  async #loadDocument(number: number, signal: AbortSignal): Promise<StoredDocument> {
    const { documentsPerBundle, slotBytes } = this.core;
    const bundle = Math.floor(number / documentsPerBundle);
    const size = slotBytes[bundle] as number;
    const range = {
      start: (number % documentsPerBundle) * size,
      end: ((number % documentsPerBundle) + 1) * size,
    };
    const path = numberedPath(this.manifest.documents, bundle);
    const { bytes, start } = await this.#fetchFile(path, { range, signal });
    return decodeSlot(bytes.subarray(range.start - start, range.end - start), path);
  }
}
