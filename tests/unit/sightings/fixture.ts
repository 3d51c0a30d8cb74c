import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFeed } from '#sightings/read-feed.ts';
import { feedConfigSchema, sightingSchema, type ReadFeed } from '#sightings/schema.ts';

/** The folders below `tests/fixtures/<room>`, one a case. */
export function fixtureCases(room: string): { name: string; folder: string }[] {
  const root = fileURLToPath(new URL(`../../fixtures/${room}/`, import.meta.url));
  return readdirSync(root)
    .sort()
    .map((name) => ({ name, folder: `${root}${name}/` }));
}

/**
 * Reads the feed of a case (`feed.*`, with `config.json` where it has one), and returns what came out in a form that
 * is easy to review, with the contents of `expected.json`, which `UPDATE=1` rewrites.
 */
export async function readCase(
  folder: string,
): Promise<{ actual: unknown; expected: unknown; feed: ReadFeed }> {
  const name = readdirSync(folder).find((file) => file.startsWith('feed.')) as string;
  const config = existsSync(`${folder}config.json`)
    ? feedConfigSchema.parse(JSON.parse(readFileSync(`${folder}config.json`, 'utf8')))
    : {};
  const { value, messages } = await readFeed({ name, chunks: [readFileSync(folder + name)] }, config);
  for (const sighting of value.sightings) sightingSchema.parse(sighting);
  const { sightings, lineRoles, ...account } = value;
  const actual = {
    ...account,
    lineRoles: lineRoles === null ? null : runs(lineRoles),
    sightings: sightings.map(withoutUnknown),
    messages: messages.map(({ severity, rule, line, text }) => `${severity} ${rule} ${line ?? '-'}: ${text}`),
  };
  const file = `${folder}expected.json`;
  if (process.env['UPDATE']) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
  return {
    actual: JSON.parse(JSON.stringify(actual)),
    expected: JSON.parse(readFileSync(file, 'utf8')),
    feed: value,
  };
}

/** `a a b` as `2 a`, `1 b`. */
function runs(items: readonly string[]): string[] {
  const starts = items.flatMap((item, index) => (item === items[index - 1] ? [] : [index]));
  return starts.map((start, index) => `${(starts[index + 1] ?? items.length) - start} ${items[start]}`);
}

function withoutUnknown(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
    ),
  );
}
