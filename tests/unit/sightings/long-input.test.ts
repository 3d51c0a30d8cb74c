import { expect, test } from 'vitest';
import { normaliseTitle } from '#papers/normalise-title.ts';
import { readFeed } from '#sightings/read-feed.ts';
import { cleanText } from '#text/clean-text.ts';

/** Where the time is square in the length, each of these takes minutes, and is given up. */
const length = 300_000;
const abstract =
  'We bound the number of steps that a lazy walker needs before it has seen every corner of a grid.';

async function read(text: string) {
  const { value, messages } = await readFeed({ name: 'a', chunks: [Buffer.from(text)] });
  return { sightings: value.sightings, rules: messages.map(({ rule }) => rule) };
}

test('joiners without end', () => {
  expect(cleanText(`é${'\u200d'.repeat(length)}é`)).toMatchObject({ removed: 0 });
});

test('blanks without end between names', async () => {
  const record = {
    id: '2501.00001',
    title: 'Walkers',
    abstract,
    authors: `Ana Lima${' '.repeat(length)}and Bo Berg`,
  };
  const { sightings } = await read(JSON.stringify(record));
  expect(sightings).toMatchObject([{ authors: ['Ana Lima', 'Bo Berg'] }]);
});

test.each([
  ['Atom', 'feed', '<opensearch:totalResults '],
  ['RSS', 'rss', '<pubDate '],
])('%s with elements that are not closed', async (_, root, tag) => {
  const { rules } = await read(`<?xml version="1.0"?><${root}>${tag.repeat(length / 4)}</${root}>`);
  expect(rules).toContain('feed-without-entries');
});

test('an RSS title that never comes to its id', async () => {
  const item = `<item><title>${'A (arXiv:'.repeat(length / 9)}</title><description>${abstract}</description></item>`;
  const { sightings } = await read(`<rss><channel>${item}</channel></rss>`);
  expect(sightings).toMatchObject([{ arxivId: null, title: expect.stringMatching(/^A \(arXiv:A/) }]);
});

test('braces within braces', () => {
  expect(normaliseTitle('\\a{'.repeat(length / 3) + '}'.repeat(length / 3))).toMatch(/^a+$/);
});

test('lists within lists where a day or an error is expected', async () => {
  const deep = '['.repeat(length) + ']'.repeat(length);
  const record = `{"id":"2501.00001","title":"Walkers","abstract":"${abstract}","published":${deep}}`;
  expect(await read(`[${record}]`)).toMatchObject({
    sightings: [{ published: null }],
    rules: ['date-incomplete'],
  });
  expect(await read(`{"error":${deep}}`)).toMatchObject({ sightings: [], rules: ['api-error'] });
});
