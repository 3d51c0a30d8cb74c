import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { mergeSightings } from '#papers/merge.ts';
import { paperSchema } from '#papers/schema.ts';
import { readFeed } from '#sightings/read-feed.ts';
import { sightingSchema, type Sighting } from '#sightings/schema.ts';
import { feedsConfigSchema } from '#site/schema.ts';

const content = new URL('../../../content/', import.meta.url);
const config = feedsConfigSchema.parse(parse(readFileSync(new URL('feeds.yaml', content), 'utf8')));

test('the five real feeds: 441 sightings, 386 papers, every line accounted for', async () => {
  const counts: Record<string, number> = {};
  const sightings: Sighting[] = [];
  for (const [name, feedConfig] of Object.entries(config)) {
    const chunks = [readFileSync(new URL(`feeds/${name}`, content))];
    const { value } = await readFeed({ name, chunks }, feedConfig);
    counts[`${name.slice(0, 3)} ${value.format} ${value.date}`] = value.sightings.length;
    expect(value.lineRoles).toHaveLength(value.lineCount);
    expect(value.lineRoles).not.toContain('unrecognised');
    sightings.push(...value.sightings);
  }
  expect(counts).toEqual({
    '000 blocks 2025-03-11': 49,
    '001 blocks 2025-03-17': 57,
    '002 compact null': 241,
    '003 blocks-with-bylines 2025-10-28': 53,
    '004 blocks 2025-05-08': 41,
  });
  for (const sighting of sightings) expect(() => sightingSchema.parse(sighting)).not.toThrow();

  const { value: papers } = mergeSightings(sightings);
  for (const paper of papers) expect(() => paperSchema.parse(paper)).not.toThrow();
  expect(papers).toHaveLength(386);
  expect(papers.filter((paper) => paper.sightings.length > 1)).toHaveLength(42);
  expect(papers.filter((paper) => paper.published !== null)).toHaveLength(53);
  expect(new Set(papers.map((paper) => paper.slug)).size).toBe(386);
});
