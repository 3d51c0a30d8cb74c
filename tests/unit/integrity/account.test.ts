import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountLines } from '#integrity/account-lines.ts';
import { accountRecords } from '#integrity/account-records.ts';
import { decodedText } from '#sightings/decode.ts';
import { readFeed } from '#sightings/read-feed.ts';
import { fixtureCases } from '../sightings/fixture.ts';

async function read(bytes: Uint8Array | string, name = 'feed.txt') {
  const chunks = [typeof bytes === 'string' ? Buffer.from(bytes) : bytes];
  const { value: feed, messages } = await readFeed({ name, chunks });
  let text = '';
  for await (const part of decodedText(
    (async function* () {
      yield* chunks;
    })(),
    () => {},
  ))
    text += part;
  return { text, feed, messages };
}

const page = [
  'Subscribe',
  '',
  'Mar 11, 2025',
  '',
  'Lazy Walkers on Grids',
  '',
  'We bound the number of steps that a lazy walker needs before it has seen every corner of a grid, and show that a small change of the rule halves the bound, for all grids.',
  '',
  'A Second Paper',
  '',
  'We show that what holds for lazy walkers on grids does not hold for eager walkers on trees, and give a family of trees on which they never see all leaves in time.',
  '',
].join('\n');

const records =
  '[{"paper":{"title":"One","summary":"A."}},{"paper":{"title":""}},{"paper":{"title":"Two","summary":"B."}}]';

describe.each(['sightings', 'hostile'])('the fixtures of %s', (room) => {
  it.each(fixtureCases(room))('are accounted for: $name', async ({ folder }) => {
    const name = readdirSync(folder).find((file) => file.startsWith('feed.'))!;
    const { text, feed, messages } = await read(readFileSync(folder + name), name);
    const account = feed.lineRoles === null ? accountRecords : accountLines;
    expect(account(text, feed, messages)).toEqual([]);
  });
});

describe('accountLines', () => {
  it('finds lines without a role', async () => {
    const { text, feed, messages } = await read(page);
    expect(accountLines(`${text}one more\n`, feed, messages)).toEqual([
      {
        rule: 'lines-miscounted',
        place: 'feed.txt',
        line: null,
        text: 'The feed has 12 lines, but 11 were given a role. This is a fault of the reader: please report it with the feed.',
      },
    ]);
  });

  it('finds words that no sighting has', async () => {
    const { text, feed, messages } = await read(page);
    feed.sightings[1]!.abstract = 'We show that what holds for lazy walkers.';
    expect(accountLines(text, feed, messages)).toEqual([
      {
        rule: 'line-lost',
        place: 'feed.txt',
        line: 11,
        text: 'The words of this line (“We show that what holds for lazy walkers on grids does not h”) stand in no paper, and no message says why. This is a fault of the reader: please report it with the feed.',
      },
    ]);
  });

  it('finds a sighting that is gone as a whole', async () => {
    const { text, feed, messages } = await read(page);
    feed.sightings.pop();
    expect(accountLines(text, feed, messages).map(({ rule, line }) => [rule, line])).toEqual([
      ['line-lost', 9],
      ['line-lost', 11],
    ]);
  });

  it('finds lines that were read as nothing without a word', async () => {
    const { text, feed, messages } = await read(page);
    feed.lineRoles![8] = 'unrecognised';
    expect(accountLines(text, feed, messages)).toEqual([
      {
        rule: 'line-unexplained',
        place: 'feed.txt',
        line: 9,
        text: 'The line was read as nothing, and no message says why.',
      },
    ]);
  });

  it('finds a feed that was passed over without a word', async () => {
    const { text, feed } = await read('no feed at all\n');
    expect(accountLines(text, feed, [])[0]?.text).toBe(
      'Nothing was read of the feed, and no message says why.',
    );
  });
});

describe('accountRecords', () => {
  it('counts sightings and records left out with a message', async () => {
    const { text, feed, messages } = await read(records, 'feed.json');
    expect(feed.sightings).toHaveLength(2);
    expect(accountRecords(text, feed, messages)).toEqual([]);
  });

  it('finds records that were lost', async () => {
    const { text, feed, messages } = await read(records, 'feed.json');
    feed.sightings.pop();
    expect(accountRecords(text, feed, messages)).toEqual([
      {
        rule: 'records-lost',
        place: 'feed.json',
        line: null,
        text: 'The feed has 3 records; 1 became sightings and 1 messages, so 1 were lost. This is a fault of the reader: please report it with the feed.',
      },
    ]);
  });

  it('counts what is summed up in one message', async () => {
    const { text, feed, messages } = await read(
      `[${'{"a":1},'.repeat(999)}{"paper":{"title":"One"}}]`,
      'feed.json',
    );
    expect(messages.length).toBeLessThan(250);
    expect(accountRecords(text, feed, messages)).toEqual([]);
    const listed = messages.filter(({ text }) => !/^\d+ more/.test(text));
    expect(accountRecords(text, feed, listed)[0]?.rule).toBe('records-lost');
  });

  it('finds damage that no message tells of', async () => {
    const { text, feed, messages } = await read(records.slice(0, -30), 'feed.json');
    expect(accountRecords(text, feed, messages)).toEqual([]);
    expect(accountRecords(text, feed, [])[0]?.text).toBe(
      'The feed is no whole JSON, and no message says so.',
    );
  });
});
