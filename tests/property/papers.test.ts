import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSightings } from '#papers/merge.ts';
import { paperSchema } from '#papers/schema.ts';
import { abstractOf, sightingOf } from '../unit/papers/sighting.ts';

/* Few titles, abstracts and ids, so that every kind of link, chain and contradiction occurs. */
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const sighting = fc
  .record({
    title: pick(
      'Lazy Walkers',
      'LAZY $\\mathbf{W}$alkers',
      'Sleeping Sensors',
      'Sensors, Part 2',
      '深度学习',
      '…',
    ),
    abstract: pick(
      abstractOf(1),
      abstractOf(1).slice(0, 90),
      abstractOf(1).replace(' ', ' x '),
      abstractOf(2),
      'None.',
      '',
    ),
    arxivId: pick(null, null, '2405.00001', '2405.00002'),
    date: pick(null, '2025-01-01', '2025-01-02'),
    format: pick('blocks' as const, 'hf-api' as const, 'arxiv-atom' as const),
    tex: pick('damaged' as const, 'authors' as const),
    published: pick(null, '2024-01-01', '2024-03-03'),
    authors: pick([], ['Ana Lima'], ['Ana Lima', 'Bo Chen']),
  })
  .map(sightingOf);
const sightings = fc.array(sighting, { maxLength: 25 });

test('merging does not depend on the order of the sightings', () => {
  fc.assert(
    fc.property(
      sightings.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(mergeSightings(shuffled)).toEqual(mergeSightings(all));
      },
    ),
  );
});

test('merging a sighting twice changes nothing', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      expect(mergeSightings([...all, ...structuredClone(all)])).toEqual(mergeSightings(all));
    }),
  );
});

test('every sighting is in one paper, which has an address of its own', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const papers = mergeSightings(all).value;
      for (const paper of papers) paperSchema.parse(paper);
      const lines = papers.flatMap((paper) => paper.sightings.map(({ line }) => line));
      expect(lines.sort()).toEqual(all.map(({ line }) => line).sort());
      const slugs = papers.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
      expect(new Set(slugs).size).toBe(slugs.length);
      expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
      expect(papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id).sort());
    }),
  );
});

test('no paper has two arXiv ids, and no arXiv id two papers', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const papers = mergeSightings(all).value;
      const ids = papers.flatMap(({ arxivId }) => arxivId ?? []);
      expect(new Set(ids)).toEqual(new Set(all.flatMap(({ arxivId }) => arxivId ?? [])));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('an address never ends in nothing: the slugs before further days arrive are slugs or former slugs after', () => {
  fc.assert(
    fc.property(sightings, fc.nat(25), (all, count) => {
      const inOrder = all.map((one, index) => ({
        ...one,
        date: `2025-01-${String(index + 1).padStart(2, '0')}`,
        format: 'blocks' as const,
      }));
      const slugs = mergeSightings(inOrder).value.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
      for (const { slug } of mergeSightings(inOrder.slice(0, count)).value) expect(slugs).toContain(slug);
    }),
    { numRuns: 300 },
  );
});
