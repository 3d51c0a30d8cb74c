import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFeed } from '#sightings/read-feed.ts';

const fixtures = fileURLToPath(new URL('../../tests/fixtures/', import.meta.url));

/** Feeds of every format to start from: the fixtures of the readers. */
export function seedFeeds(): Uint8Array[] {
  return ['sightings', 'hostile'].flatMap((room) =>
    readdirSync(join(fixtures, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /feed\.\w+$/.test(file))
      .sort()
      .map((file) => new Uint8Array(readFileSync(join(fixtures, room, file)))),
  );
}

/** Titles and abstracts of those feeds. */
export async function seedTexts(feeds: readonly Uint8Array[]): Promise<string[]> {
  const texts: string[] = [];
  for (const bytes of feeds)
    for (const { title, abstract } of (await readFeed({ name: 'seed', chunks: [bytes] })).value.sightings)
      texts.push(title, abstract.slice(0, 3000));
  return texts.filter((text) => text !== '');
}
