import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFeed } from '#sightings/read-feed.ts';
import { lineRoleSchema, sightingSchema, type ReadFeed } from '#sightings/schema.ts';

const sentence =
  'We bound the number of steps that a lazy walker needs before it has seen every corner of a grid. ';

/* Lines as the scraped pages have them, in any order. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'SubscribeLazy Walkers',
    'Daily Papers',
    'byAK and the research community',
    'Mar 11',
    'Feb 29, 2023',
    '  • 3 authors',
    '·',
    'Jun 20, 2018',
    'Mar 24 1',
    '• 3 authors · Jun 20, 2018',
    '128',
    'acme ACME Research',
    'Lazy Walkers',
    'A Title. With a Stop',
    sentence,
    sentence.repeat(3),
    sentence.repeat(3).toUpperCase(),
    '\u202e\u0007hidden\u200b',
    '\t\u00a0',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const feedText = fc
  .array(line, { maxLength: 40 })
  .chain((lines) =>
    fc.constantFrom('\n', '\r\n').map((end) => lines.map((text) => text.replace(/[\r\n]/g, ' ')).join(end)),
  );

async function read(bytes: Uint8Array): Promise<ReadFeed> {
  const { value, messages } = await readFeed({ name: 'a.txt', chunks: [bytes] });
  for (const sighting of value.sightings) sightingSchema.parse(sighting);
  expect(value.sightings.map(({ position }) => position)).toEqual(
    value.sightings.map((_, index) => index + 1),
  );
  if (value.sightings.length === 0) expect(messages).not.toEqual([]);
  return value;
}

test('each line of a text feed has one role, and each title begins a sighting', async () => {
  await fc.assert(
    fc.asyncProperty(feedText, async (text) => {
      const feed = await read(Buffer.from(text));
      if (feed.lineRoles === null) return;
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      expect(feed.lineRoles).toHaveLength(lines.length);
      expect(feed.lineCount).toBe(lines.length);
      for (const role of feed.lineRoles) lineRoleSchema.parse(role);
      for (const sighting of feed.sightings) expect(feed.lineRoles[sighting.line - 1]).toBe('title');
    }),
    { numRuns: 400 },
  );
});

test('the text of all lines that are read is in the sightings', async () => {
  await fc.assert(
    fc.asyncProperty(feedText, async (text) => {
      const feed = await read(Buffer.from(text));
      const words = (texts: string[]) =>
        texts
          .join(' ')
          .replace(/\P{L}+/gu, ' ')
          .split(' ')
          .filter(Boolean)
          .sort();
      const taken = text
        .split(/\r\n|\n|\r/)
        .filter((_, index) => /title|abstract/.test(feed.lineRoles?.[index] ?? ''));
      const kept = feed.sightings.flatMap(({ title, abstract }) => [title, abstract]);
      const unglued = taken.map((one) => one.replace(/^\s*Subscribe(?!(?:d|r|rs|s)\b)/, ''));
      expect(words(kept).length).toBeGreaterThanOrEqual(words(unglued).length);
    }),
  );
});

const jsonish = fc.oneof(
  fc.json(),
  fc
    .array(
      fc.oneof(
        fc.record({ id: fc.string(), title: fc.string(), abstract: fc.string(), authors: fc.anything() }),
        fc.record({
          paper: fc.record({ id: fc.string(), title: fc.string(), summary: fc.string() }),
          numComments: fc.anything(),
        }),
        fc.string().map((text) => `{'paper': {'title': '${text}', 'summary': 'x'}}`),
        fc.anything(),
      ),
      { maxLength: 5 },
    )
    .map((records) =>
      JSON.stringify(records, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value), 1),
    ),
);
const xmlish = fc
  .array(
    fc.constantFrom(
      '<feed>',
      '<rss>',
      '<entry>',
      '</entry>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<id>http://arxiv.org/abs/2405.00001v1</id>',
      '&amp;',
      '&x;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      'text',
      '<summary>s</summary>',
      '"',
      '<!DOCTYPE x [',
      ']>',
      '</feed>',
    ),
    { maxLength: 30 },
  )
  .map((parts) => `<?xml version="1.0"?>${parts.join('')}`);

test('nothing throws, whatever the bytes', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((array) => gzipSync(array)),
    fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), array])),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
    jsonish.map((text) => Buffer.from(text)),
    jsonish.chain((text) => fc.nat(text.length).map((end) => Buffer.from(text.slice(0, end)))),
    xmlish.map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (array) => {
      await read(array);
    }),
    { numRuns: 1_000 },
  );
});

test('how a file is cut into chunks changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(feedText, jsonish), fc.integer({ min: 1, max: 50 }), async (text, size) => {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const whole = await readFeed({ name: 'a.txt', chunks: [bytes] });
      expect(await readFeed({ name: 'a.txt', chunks })).toEqual(whole);
    }),
  );
});
