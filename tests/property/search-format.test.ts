import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { decodeFile, unwrap, type FileKind } from '#search/format/container.ts';
import { decodeCore, encodeCore, type Core } from '#search/format/core.ts';
import { decodeSlot } from '#search/format/document-bundle.ts';
import { SearchFormatError } from '#search/format/format-error.ts';
import { TermShard, TermShardWriter, type TermPostings } from '#search/format/term-shard.ts';
import { decodeVocabulary, encodeVocabulary } from '#search/format/vocabulary.ts';
import { papers } from '../unit/search/documents.ts';

const documentCount = 50;
const abstractLengths = Uint16Array.from({ length: documentCount }, (_, i) => i * 7);

const fieldPostings = (field: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: documentCount - 1 }), { minLength: 1 }).chain((documents) => {
    const sorted = Uint32Array.from(documents.sort((a, b) => a - b));
    const column = (max: number, fixed: boolean) =>
      fixed
        ? fc.constant(Uint16Array.from(sorted, () => 1))
        : fc
            .array(fc.integer({ min: 1, max }), { minLength: sorted.length, maxLength: sorted.length })
            .map((values) => Uint16Array.from(values));
    return fc.record({
      documents: fc.constant(sorted),
      frequencies: column(60_000, field === 4),
      lengths:
        field === 1
          ? fc.constant(Uint16Array.from(sorted, (document) => abstractLengths[document]!))
          : column(60_000, field === 4),
    });
  });

const termPostings: fc.Arbitrary<TermPostings> = fc.tuple(
  ...[0, 1, 2, 3, 4].map((field) => fc.option(fieldPostings(field), { nil: undefined })),
);

const terms = fc
  .uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 })
  .map((all) => all.sort());

function encodeShard(entries: readonly (readonly [string, TermPostings])[]): Uint8Array {
  const writer = new TermShardWriter();
  for (const [term, postings] of entries) writer.add(term, postings);
  return writer.finish();
}

const core: fc.Arbitrary<Core> = fc.record({
  averageLengths: fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 }),
  years: fc
    .uniqueArray(fc.integer({ min: 0, max: 9999 }), { maxLength: 5 })
    .chain((years) =>
      fc.tuple(
        ...years
          .sort((a, b) => a - b)
          .map((year) =>
            fc
              .array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 9 })
              .map((lengths) => ({ year, abstractLengths: lengths.sort((a, b) => a - b) })),
          ),
      ),
    ),
  termLabels: terms,
  wordLabels: terms,
  reversedWordLabels: terms,
  documentsPerBundle: fc.constant(50),
  slotBytes: fc.array(
    fc.integer({ min: 1, max: 999 }).map((units) => units * 16),
    { minLength: 1 },
  ),
  topics: fc.array(fc.record({ slug: fc.string(), name: fc.string(), abbreviations: fc.array(fc.string()) })),
});

/** Bytes with some changed, or cut short. */
const damage = fc.record({
  cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 }),
  changes: fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 4,
    },
  ),
});

function damaged(
  bytes: Uint8Array,
  { cut, changes }: { cut: number; changes: [number, number][] },
): Uint8Array {
  const copy = bytes.slice(0, Math.floor(bytes.length * cut));
  for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value;
  return copy;
}

describe('the search format', () => {
  test('gives back every shard as it was written', () => {
    fc.assert(
      fc.property(
        terms.chain((all) => fc.tuple(...all.map((term) => fc.tuple(fc.constant(term), termPostings)))),
        (entries) => {
          const shard = new TermShard(encodeShard(entries), abstractLengths);
          expect(shard.between('', '\uffff\uffff').map(({ term, postings }) => [term, postings])).toEqual(
            entries.map(([term, postings]) => [term, [...postings]]),
          );
        },
      ),
    );
  });

  test('gives back every core and vocabulary as they were written', () => {
    fc.assert(
      fc.property(core, (value) => {
        const count = value.years.reduce((sum, { abstractLengths: lengths }) => sum + lengths.length, 0);
        expect(decodeCore(encodeCore(value), count)).toEqual(value);
      }),
    );
    fc.assert(
      fc.property(terms, (all) => {
        const words = all.map((term, i) => ({ term, documents: 2 ** (i % 20) }));
        expect(decodeVocabulary(encodeVocabulary(words))).toEqual(words);
      }),
    );
  });

  test('reads damaged files as something or refuses them with a message, and never crashes', async () => {
    const built = buildSearch(papers);
    const readers: Record<FileKind, (payload: Uint8Array) => unknown> = {
      core: (payload) => decodeCore(payload, papers.length),
      terms: (payload) => new TermShard(payload, new Uint16Array(papers.length)),
      vocabulary: decodeVocabulary,
    };
    const samples = (Object.keys(readers) as FileKind[]).map((kind) => {
      const name = { core: 'core-', terms: 'terms-', vocabulary: 'words-' }[kind];
      const [path, bytes] = [...built.files].find(([file]) => file.includes(name))!;
      return { kind, path, packed: bytes, plain: new Uint8Array(gunzipSync(bytes)) };
    });
    const bundle = [...built.files].find(([file]) => file.includes('documents-'))!;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.boolean(),
        damage,
        async ({ kind, path, packed, plain }, zipped, how) => {
          try {
            const payload = await unwrap(damaged(zipped ? packed : plain, how), kind, path);
            decodeFile(path, () => readers[kind](payload));
          } catch (error) {
            expect(error).toBeInstanceOf(SearchFormatError);
            expect((error as Error).message).toContain(path);
          }
        },
      ),
      { numRuns: 1000 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        try {
          await decodeSlot(damaged(bundle[1], how), bundle[0]);
        } catch (error) {
          expect(error).toBeInstanceOf(SearchFormatError);
        }
      }),
    );
  });
});
