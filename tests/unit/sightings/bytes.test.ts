import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFeed, readSightings } from '#sightings/read-feed.ts';

const abstract =
  'We bound the number of steps that a lazy walker needs before it has seen every corner of a grid, and show that ' +
  'a small change of the step rule halves the bound. Érdős would have liked the “naïve” proof – all of it.';
const preamble = [
  'new',
  '',
  'Get trending papers in your email inbox!',
  '',
  'Subscribe',
  '',
  'Mar 11, 2025',
  '',
];
const lines = [...preamble, 'Lazy Wälkers on Grids', '', abstract, ''];
const text = lines.join('\n');

async function read(bytes: Uint8Array, limits = {}) {
  const { value, messages } = await readFeed({ name: 'a.txt', chunks: [bytes] }, {}, limits);
  return { ...value, messages, rules: messages.map(({ rule }) => rule) };
}

describe('the same feed in other bytes', () => {
  const plain = Buffer.from(text);
  const utf16be = Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['UTF-8', plain, []],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${text}`), ['byte-order-mark']],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n')), ['line-ends']],
    ['CR', Buffer.from(text.replaceAll('\n', '\r')), ['line-ends']],
    [
      'no-break spaces, tabs and trailing blanks',
      Buffer.from(text.replaceAll(' ', ' \u00a0').replaceAll('\n', '\t \n')),
      ['white-space-normalised'],
    ],
    ['UTF-16LE with byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), ['byte-order-mark']],
    [
      'UTF-16BE with byte order mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]),
      ['byte-order-mark'],
    ],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), []],
    ['UTF-16BE', utf16be, []],
    ['gzip', gzipSync(plain), []],
  ])('%s', async (_, bytes, rules) => {
    const feed = await read(bytes);
    expect(feed.rules).toEqual(rules);
    expect(feed).toMatchObject({ format: 'blocks', date: '2025-03-11' });
    expect(feed.sightings).toMatchObject([{ title: 'Lazy Wälkers on Grids', abstract }]);
    expect(feed.lineCount).toBe(lines.length - 1);
  });

  test('in pieces of one byte', async () => {
    const chunks = [...gzipSync(plain)].map((byte) => Uint8Array.of(byte));
    const { value } = await readFeed({ name: 'a.txt', chunks });
    expect(value.sightings).toMatchObject([{ title: 'Lazy Wälkers on Grids', abstract }]);
  });
});

test('Latin-1 is guessed, with a message', async () => {
  const feed = await read(Buffer.from('Subscribe\n\nLazy Wälkers on Grids\n\nÜber the proof.\n', 'latin1'));
  expect(feed.sightings).toMatchObject([{ title: 'Lazy Wälkers on Grids', abstract: 'Über the proof.' }]);
  expect(feed.messages[0]).toMatchObject({
    severity: 'warning',
    rule: 'encoding-guessed',
    text: 'The file is not valid UTF-8; it was read as Windows-1252 (Latin-1). Save it as UTF-8 to be sure.',
  });
});

test.each(['latin1', 'utf8'] as const)(
  'what is beyond ASCII may come late in the file, in %s',
  async (encoding) => {
    const plain = 'Walkers\n\nWe bound the number of steps that a lazy walker needs.\n\n'.repeat(1_100);
    const feed = await read(
      Buffer.from(`Subscribe\n\n${plain}Lazy Wälkers on Grids\n\nÜber the proof.\n`, encoding),
    );
    expect(feed.sightings.at(-1)).toMatchObject({
      title: 'Lazy Wälkers on Grids',
      abstract: 'Über the proof.',
    });
    expect(feed.rules.includes('encoding-guessed')).toBe(encoding === 'latin1');
  },
);

test('a damaged byte in UTF-8 is replaced, with a message', async () => {
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf(0xc3, 200)] = 0x20;
  const feed = await read(bytes);
  expect(feed.messages.at(-1)?.text).toBe(
    '1 character(s) of the file are not valid utf-8; each was read as the replacement character U+FFFD.',
  );
  expect(feed.sightings[0]?.abstract).toContain('\ufffd');
});

test('an empty file and one of blanks hold no papers, and say so', async () => {
  for (const bytes of [new Uint8Array(), Buffer.from('  \n\n\t\n'), gzipSync('')]) {
    expect((await read(bytes)).messages).toEqual([
      {
        severity: 'warning',
        rule: 'feed-without-entries',
        feed: 'a.txt',
        line: null,
        text: 'The feed holds no papers; nothing was read from it.',
      },
    ]);
  }
});

test('a binary file is an error', async () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 2654435761) >>> 13);
  const feed = await read(bytes);
  expect(feed).toMatchObject({ format: null, sightings: [] });
  expect(feed.messages).toMatchObject([
    {
      severity: 'error',
      text: 'The file holds binary data, not text; nothing was read from it. Remove it from content/feeds.',
    },
  ]);
});

describe('gzip', () => {
  const record = (index: number) =>
    JSON.stringify({
      id: `2405.${String(10000 + index)}`,
      title: `Paper ${index}`,
      abstract: `${index} `.repeat(9),
    });
  const many = Array.from({ length: 3_000 }, (_, index) => record(index)).join('\n');

  test('cut off: what came before is read', async () => {
    const whole = gzipSync(many);
    const feed = await read(whole.subarray(0, whole.length / 2));
    expect(feed.sightings.length).toBeGreaterThan(500);
    expect(feed.messages.find(({ rule }) => rule === 'gzip-damaged')?.text).toMatch(
      /^The compressed feed is damaged after \d+ bytes \(unexpected end of file\); what came before was read\.$/,
    );
  });

  test('damaged, or with something else behind it: what came before is read', async () => {
    const whole = gzipSync(many);
    const flipped = Buffer.from(whole);
    flipped[20_000]! ^= 0xff;
    const damaged = await read(flipped);
    expect(damaged.sightings.length).toBeGreaterThan(300);
    expect(damaged.rules).toContain('gzip-damaged');
    const followed = await read(Buffer.concat([gzipSync(record(0)), Buffer.from('something else')]));
    expect(followed.sightings).toHaveLength(1);
    expect(followed.rules).toContain('gzip-damaged');
  });

  test('a bomb is not followed', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, ' '));
    const feed = await read(bomb);
    expect(feed.messages).toMatchObject([{ severity: 'error', rule: 'gzip-too-large' }]);
    expect(feed.messages[0]?.text).toMatch(
      /^The compressed feed grows beyond the limit \(\d+ bytes from \d+\); reading stopped there\./,
    );
  });

  test('a large feed that compresses as text does is no bomb', async () => {
    const feed = await read(gzipSync(many), { minBombBytes: 10_000 });
    expect(feed.sightings).toHaveLength(3_000);
    expect(feed.rules).toEqual([]);
  });

  test('a bomb within a bomb is not text', async () => {
    const feed = await read(gzipSync(gzipSync(Buffer.alloc(2 ** 20))));
    expect(feed.messages).toMatchObject([{ severity: 'error' }]);
  });

  test('the absolute limit holds for what compresses little', async () => {
    const feed = await read(gzipSync(many), { maxDecompressedBytes: 100_000 });
    expect(feed.rules).toContain('gzip-too-large');
    expect(feed.sightings.length).toBeLessThan(3_000);
  });
});

describe('size', () => {
  test('scraped text past the limit is an error', async () => {
    const feed = await read(Buffer.from(text), { maxBufferedBytes: 100 });
    expect(feed.messages).toMatchObject([{ severity: 'error', rule: 'feed-too-large' }]);
    expect(feed.messages[0]?.text).toBe(
      'The feed is longer than 100 characters, which is the most that is read of this kind; nothing was read from it. Split it into several files.',
    );
  });

  test('an object around a list past the limit is an error, told once', async () => {
    const object = JSON.stringify({ papers: [{ id: '2405.00001', title: 'A', abstract: 'B' }] }, null, 1);
    const feed = await read(Buffer.from(`${object}${'\n'.repeat(9)} ${'\n '.repeat(9)}`), {
      maxBufferedBytes: 40,
    });
    expect(feed.sightings).toEqual([]);
    expect(feed.messages.map(({ severity, text }) => [severity, text])).toEqual([
      [
        'error',
        'The JSON object is longer than 40 characters; nothing was read from it. Store one record a line, or a list of records.',
      ],
    ]);
  });

  test('100,000 entries of scraped text, 50 MB', async () => {
    const sentence = 'We bound the number of steps that a lazy walker needs. ';
    const entries = Array.from(
      { length: 100_000 },
      (_, index) => `Walkers ${index}\n\n${sentence.repeat(9)}\n\n`,
    );
    const feed = await read(Buffer.from(preamble.join('\n') + entries.join('')));
    expect(feed.sightings).toHaveLength(100_000);
    expect(feed.rules).toEqual([]);
  });

  test('100,000 damaged records make few messages', async () => {
    const feed = await read(Buffer.from('{"id":1,"title":"A","abstract":"B"}\n{"broken\n'.repeat(50_000)));
    expect(feed.sightings).toHaveLength(50_000);
    expect(feed.messages.length).toBeLessThan(1_000);
    expect(feed.messages.at(-1)?.text).toBe(
      '49800 more of the rule record-damaged, the last in line 100000: they were treated as the ones listed.',
    );
  });

  test('a title of 1 MB is cut, with a message', async () => {
    const title = 'Walkers '.repeat(2 ** 17);
    const feed = await read(Buffer.from(JSON.stringify([{ id: '2405.00001', title, abstract: 'Long.' }])));
    expect(feed.sightings[0]?.title).toHaveLength(1_000);
    expect(feed.messages.map(({ text }) => text)).toEqual([
      'The title has 1048575 characters; it was cut after 1000.',
    ]);
  });

  test('JSON lines need not fit into memory', async () => {
    const line = Buffer.from(
      `${JSON.stringify({ id: '2405.00001', title: 'A', abstract: 'B '.repeat(500) })}\n`,
    );
    let count = 0;
    const chunks = (function* () {
      for (let index = 0; index < 20_000; index += 1) yield line;
    })();
    const { value } = await readSightings({ name: 'a.jsonl', chunks }, {}, () => (count += 1), {
      maxBufferedBytes: 10_000,
    });
    expect([count, value.lineCount, value.format]).toEqual([20_000, 20_000, 'arxiv-json']);
  });

  test('a line longer than the limit ends the reading', async () => {
    const feed = await read(
      Buffer.from(`[{"id":"2405.00001","title":"A","abstract":"B"},\n${' '.repeat(200_000)}`),
      {
        maxBufferedBytes: 1_000,
      },
    );
    expect(feed.sightings).toHaveLength(1);
    expect(feed.messages[0]).toMatchObject({
      line: 2,
      text: 'The line has more than 1000 characters; nothing was read from there on. Store one record a line.',
    });
  });
});

test('text that had lost characters before is no Windows-1252', async () => {
  const record = (title: string) => JSON.stringify({ title, abstract, id: '2501.00001' });
  // The first characters beyond ASCII are the lost ones; one of them lies across two blocks.
  const first = record('A \ufffd title');
  const padding = ' '.repeat(2 ** 16 - 2 - Buffer.byteLength(first) - '\n{"title":"'.length);
  const second = record('\ufffd of Schrödinger').replace('2501.00001', '2501.00002');
  const feed = await read(Buffer.from(`${first}${padding}\n${second}\n`));
  expect(feed.rules).toEqual([]);
  expect(feed.sightings).toMatchObject([{ title: 'A \ufffd title' }, { title: '\ufffd of Schrödinger' }]);
});

test('what a feed is read from is closed where reading stops early', async () => {
  let isClosed = false;
  const chunks = {
    async *[Symbol.asyncIterator]() {
      try {
        for (let count = 0; count < 100; count += 1) yield plainLine;
      } finally {
        isClosed = true;
      }
    },
  };
  const plainLine = Buffer.from('A line of text.\n'.repeat(10_000));
  const { messages } = await readFeed({ name: 'a.txt', chunks }, {}, { maxBufferedBytes: 100_000 });
  expect(messages.map(({ rule }) => rule)).toEqual(['feed-too-large']);
  expect(isClosed).toBe(true);
});
