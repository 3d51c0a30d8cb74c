import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DaySummary } from '../../../scripts/fetch/fetch-day.ts';
import { fetchDays, staleness } from '../../../scripts/fetch/fetch-days.ts';
import { HttpClient } from '../../../scripts/fetch/http-client.ts';
import { huggingFaceSource } from '../../../scripts/fetch/hugging-face.ts';
import { hfDay, hfDayOf, hfEntry } from './answers.ts';
import { fakeClock } from './fake-clock.ts';
import { cutOff, giving, htmlErrorPage, serverGiving, type Answer } from './misbehaving-server.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'digest-'));
});

const fileOf = (day: string) => join(content, 'feeds', 'hf', `${day}.json`);
const textOf = (day: string) => readFileSync(fileOf(day), 'utf8');

function put(day: string, text: string): void {
  mkdirSync(join(fileOf(day), '..'), { recursive: true });
  writeFileSync(fileOf(day), text);
}

function sourceAt(url: string) {
  const client = new HttpClient({ userAgent: 'test/1', minGapMs: 1_000, clock: fakeClock() });
  onTestFinished(() => client.close());
  return huggingFaceSource(client, url);
}

async function run(since: string | null, until: string, ...answers: Answer[]) {
  const server = await serverGiving(...answers);
  const summaries: DaySummary[] = [];
  for await (const summary of fetchDays(content, sourceAt(server.url), { since, until }))
    summaries.push(summary);
  return {
    summaries,
    short: summaries.map(({ date, status, papers }) => `${date} ${status} ${papers}`),
    notes: summaries.flatMap(({ notes }) => notes),
    asked: server.requests.map(({ url }) => url),
  };
}

/** The answer of a server that looks at the date. */
const good: Answer = (response, request) =>
  giving(hfDayOf(/date=([\d-]+)/.exec(request.url!)![1]!))(response, request);

const day = '2025-10-28';
const runDay = (...answers: Answer[]) => run(day, day, ...answers);

it('writes an answer as it came, and says so', async () => {
  const { summaries, asked } = await runDay(giving(hfDay('2510.00001', '2510.00002')));
  expect(asked).toEqual(['/api/daily_papers?date=2025-10-28&limit=100']);
  expect(textOf(day)).toBe(hfDay('2510.00001', '2510.00002'));
  expect(summaries).toEqual([
    {
      source: 'hf',
      date: day,
      status: 'fetched',
      papers: 2,
      files: ['hf/2025-10-28.json'],
      bytes: textOf(day).length,
      notes: [],
    },
  ]);
  expect(readdirSync(join(content, 'feeds', 'hf'))).toEqual(['2025-10-28.json']);
});

describe('a day that is there', () => {
  it('is asked for again only while papers come in', async () => {
    for (const there of ['2025-10-23', '2025-10-24', '2025-10-27']) put(there, hfDayOf(there));
    const { short, asked } = await run('2025-10-23', '2025-10-27', good);
    expect(short.filter((line) => !line.includes('fetched'))).toEqual([
      '2025-10-23 present 1',
      '2025-10-24 present 1',
      '2025-10-27 unchanged 1',
    ]);
    expect(asked.map((url) => /\d{4}-\d\d-\d\d/.exec(url!)![0])).toEqual([
      '2025-10-25',
      '2025-10-26',
      '2025-10-27',
    ]);
  });

  it('is replaced by an answer with as many papers or more', async () => {
    put(day, hfDay('2510.00001'));
    const { short } = await runDay(giving(hfDay('2510.00001', '2510.00002')));
    expect(short).toEqual(['2025-10-28 updated 2']);
    expect(textOf(day)).toBe(hfDay('2510.00001', '2510.00002'));
  });

  it.each([
    ['fewer papers', hfDay('2510.00003'), 'The answer has only 1 papers.'],
    ['no papers', '[]', 'The answer has no papers any more.'],
  ])('is kept when the answer has %s', async (_, answer, reason) => {
    put(day, hfDay('2510.00001', '2510.00002'));
    const { short, notes } = await runDay(giving(answer));
    expect(short).toEqual(['2025-10-28 kept 2']);
    expect(notes).toEqual([`${reason} The files there, with 2 papers, were kept.`]);
    expect(textOf(day)).toBe(hfDay('2510.00001', '2510.00002'));
  });

  it('is fetched again when its file is damaged', async () => {
    put('2025-10-01', '[{"paper": {"id": "25');
    const { short, notes } = await run('2025-10-01', day, good);
    expect(short[0]).toBe('2025-10-01 fetched 1');
    expect(notes[0]).toMatch(/^The files there cannot be used \(.*\), so the day is fetched again\.$/);
    expect(textOf('2025-10-01')).toBe(hfDayOf('2025-10-01'));
  });
});

describe('a bad answer', () => {
  const renamed = [1, 2, 3].map((number) => ({ article: { id: `2510.0000${number}`, headline: 'X' } }));
  const withoutAuthors = ['2510.00001', '2510.00002'].map((id) => hfEntry(id, { authors: [] }));
  const bad: [string, Answer, RegExp][] = [
    [
      'an error page',
      htmlErrorPage,
      /: an HTML page \("Oops, 500"\) came instead of JSON, at each of 5 attempts\.$/,
    ],
    [
      'cut off JSON',
      giving('[{"paper": {"id"'),
      /: the JSON is cut off or broken \(.+\), at each of 5 attempts\.$/,
    ],
    [
      'a broken connection',
      cutOff,
      /: the connection broke before the answer was whole, at each of 5 attempts\.$/,
    ],
    ['nothing', giving(''), /: an empty answer came instead of JSON, at each of 5 attempts\.$/],
    [
      'an error object',
      giving('{"error":"Too early"}'),
      /: the server says "Too early", at each of 5 attempts\.$/,
    ],
    [
      'an object',
      giving('{"papers":[]}'),
      /: a JSON object with the fields papers came instead of a list of papers/,
    ],
    ['text', giving('pong'), /: something else came instead of JSON \("pong"\)/],
    ['status 404', giving('[]', 404), /: the server answered with status 404\.$/],
    ['status 503', giving('', 503), /: the server answered with status 503, at each of 5 attempts\.$/],
    [
      'another layout',
      giving(JSON.stringify(renamed)),
      /^The answer cannot be used: 2025-10-28\.json is not a list/,
    ],
    [
      'a layout that lost a field',
      giving(JSON.stringify(withoutAuthors)),
      /^The answer cannot be used: the layout of the answer has changed: 2 of 2 lack "authors"\.$/,
    ],
  ];

  it.each(bad)('(%s) makes no file', async (_, answer, note) => {
    const { short, notes } = await runDay(answer);
    expect(short).toEqual(['2025-10-28 failed 0']);
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(existsSync(fileOf(day))).toBe(false);
  });

  it.each(bad)('(%s) leaves the file that is there', async (_, answer) => {
    put(day, hfDay('2510.00001'));
    const { short, notes } = await runDay(answer);
    expect(short).toEqual(['2025-10-28 failed 1']);
    expect(notes[0]).toMatch(/ The files there, with 1 papers, were kept\.$/);
    expect(textOf(day)).toBe(hfDay('2510.00001'));
  });

  it('is forgotten when the next attempt is good', async () => {
    const { short } = await runDay(
      giving('', 429, { 'retry-after': '9' }),
      htmlErrorPage,
      giving(hfDay('2510.00001')),
    );
    expect(short).toEqual(['2025-10-28 fetched 1']);
  });

  it('three days in a row ends the run', async () => {
    const { short, notes } = await run('2025-10-01', day, giving('', 404));
    expect(short).toEqual(['2025-10-01 failed 0', '2025-10-02 failed 0', '2025-10-03 failed 0']);
    expect(notes.at(-1)).toBe(
      'That was day 3 in a row without a usable answer: the source is left alone until the next run, and 25 more days with it.',
    );
  });

  it('that asks for a long pause ends the run, and the next one asks for the days that are left', async () => {
    const busy = giving('', 429, { 'retry-after': '3600' });
    const { short, notes, asked } = await run('2025-10-01', '2025-10-09', good, busy);
    expect(short).toEqual(['2025-10-01 fetched 1', '2025-10-02 failed 0']);
    expect(asked).toHaveLength(2);
    expect(notes).toEqual([
      expect.stringContaining('and the server asks to wait 60 minutes. Run the command again then.'),
      'The server wants to be left alone: the source is left alone until the next run, and 7 more days with it.',
    ]);
    put('2025-10-20', hfDayOf('2025-10-20'));
    const next = await run(null, '2025-10-20', good);
    expect(next.short.slice(-8)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((date) => `2025-10-0${date} fetched 1`),
    );
  });
});

describe('a server that does not look at the date', () => {
  it('replaces no file, and makes none', async () => {
    for (const there of ['2025-10-24', '2025-10-25']) put(there, hfDayOf(there));
    const { short, notes } = await run('2025-10-25', '2025-10-27', giving(hfDayOf('2025-10-27', 2)));
    expect(short).toEqual(['2025-10-25 failed 1', '2025-10-26 failed 0', '2025-10-27 fetched 2']);
    expect(notes).toEqual(
      [1, 2].map(() =>
        expect.stringContaining(
          'The answer cannot be used: 2 of 2 papers are of another day, such as 2025-10-27, as if the date was not looked at.',
        ),
      ),
    );
    expect(textOf('2025-10-25')).toBe(hfDayOf('2025-10-25'));
  });

  it('is noticed on the next day by the same papers', async () => {
    const { short, notes } = await run('2025-10-27', day, giving(hfDayOf('2025-10-27')));
    expect(short).toEqual(['2025-10-27 fetched 1', '2025-10-28 failed 0']);
    expect(notes).toEqual([
      'The answer cannot be used: it has the same papers as that of 2025-10-27, as if the date was not looked at.',
    ]);
  });

  it('is not one that has some papers of other days', async () => {
    const entries = [...JSON.parse(hfDayOf('2025-10-20')), ...JSON.parse(hfDayOf(day))];
    expect((await runDay(giving(JSON.stringify(entries)))).short).toEqual(['2025-10-28 fetched 2']);
  });
});

it('says which fields are fewer than usual, and keeps the papers', async () => {
  const entries = ['2510.00001', '2510.00002'].map((id) => hfEntry(id, { upvotes: undefined }));
  const { short, notes } = await runDay(giving(JSON.stringify(entries)));
  expect(short).toEqual(['2025-10-28 fetched 2']);
  expect(notes).toEqual(['fewer fields than usual: 2 of 2 lack "upvotes"']);
});

describe('an empty day', () => {
  const onEmpty = 'The answer is a list without papers, on a day that usually has some.';

  it('is odd on a weekday, and usual at the weekend', async () => {
    expect(await run('2025-10-24', '2025-10-26', giving('[]'))).toMatchObject({
      short: ['2025-10-24 empty 0', '2025-10-25 empty 0', '2025-10-26 empty 0'],
      notes: [onEmpty],
    });
    expect(existsSync(join(content, 'feeds'))).toBe(false);
  });

  it('that is long past is asked for once', async () => {
    await run('2025-10-01', '2025-10-01', giving('[]'));
    await run('2025-10-01', '2025-10-04', giving('[]'));
    expect(readFileSync(join(content, 'feeds', 'hf', '.empty-days'), 'utf8')).toBe('2025-10-01\n');
    const again = await run('2025-10-01', '2025-10-05', giving('[]'));
    expect(again.asked.map((url) => /\d{4}-\d\d-\d\d/.exec(url!)![0])).toEqual([
      '2025-10-02',
      '2025-10-03',
      '2025-10-04',
      '2025-10-05',
    ]);
  });
});

describe('without a first day', () => {
  it('begins a week back', async () => {
    const { short } = await run(null, '2025-10-28', good);
    expect([short.length, short[0]]).toEqual([7, '2025-10-22 fetched 1']);
  });

  it('goes on where the last run ended, so that a pause leaves no gap', async () => {
    put('2025-10-10', hfDayOf('2025-10-10'));
    const { short } = await run(null, '2025-10-28', good);
    expect([short[0], short.at(-1)]).toEqual(['2025-10-07 fetched 1', '2025-10-28 fetched 1']);
  });
});

it('asks again for a day that failed while later ones came, until it has papers', async () => {
  const failed = giving('', 404);
  await run('2025-10-01', '2025-10-09', good, failed, good);
  const list = join(content, 'feeds', 'hf', '.failed-days');
  expect(readFileSync(list, 'utf8')).toBe('2025-10-02\n');
  const { asked, short } = await run(null, '2025-10-09', good);
  expect(asked.at(-1)).toContain('date=2025-10-02');
  expect(short.at(-1)).toBe('2025-10-02 fetched 1');
  expect(readFileSync(list, 'utf8')).toBe('');
  expect((await run(null, '2025-10-09', good)).asked.join(' ')).not.toContain('2025-10-02');
});

it('tells when the newest papers are old', () => {
  const source = sourceAt('http://127.0.0.1:1');
  expect(staleness(content, source, '2025-10-28', 5)).toBe(
    'hf is stale: there is no day with papers at all, and 2025-10-28 was asked for. Look at the source, and at the notes above.',
  );
  put('2025-10-22', hfDay('2510.00001'));
  expect(staleness(content, source, '2025-10-28', 5)).toBe(
    'hf is stale: the newest day with papers is 2025-10-22, and 2025-10-28 was asked for. Look at the source, and at the notes above.',
  );
  expect(staleness(content, source, '2025-10-27', 5)).toBeNull();
});

it('ends plainly when it cannot write', async () => {
  writeFileSync(join(content, 'feeds'), 'a file where a folder should be');
  await expect(runDay(giving(hfDay('2510.00001')))).rejects.toThrow(
    /2025-10-28\.json could not be written: .*What stood there before is kept\.$/,
  );
});
