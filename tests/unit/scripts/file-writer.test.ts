import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { FileWriter } from '../../../scripts/build/file-writer.ts';
import { groupLine } from '../../../scripts/build/last-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-writer-'));
let writer: FileWriter;

const site = join(folder, 'site');

beforeEach(() => {
  writer = new FileWriter(folder, { site, groups: [] });
});
afterEach(() => writer.close());
afterAll(() => rmSync(folder, { recursive: true }));

it('writes texts and bytes one after the other, and makes folders', () => {
  const file = join(folder, 'a', 'b', 'one');
  expect(writer.write('a/b/one', ['∑ ', Buffer.from('é'), '', ' 𝒪'])).toBe(0);
  const written = writer.settle();
  expect(readFileSync(file, 'utf8')).toBe('∑ é 𝒪');
  expect(written).toEqual([{ bytes: 11, modified: statSync(file).mtimeMs }]);
});

it('writes half a surrogate pair as the sign of what cannot be written', () => {
  const file = join(folder, 'half');
  writer.write('half', ['a\ud83d', 'b', 'whole 🙂']);
  writer.settle();
  expect(readFileSync(file, 'utf8')).toBe('a\ufffdbwhole 🙂');
});

it('finds out which groups of a site are as they were written, and what else is there', async () => {
  mkdirSync(join(site, 'empty', 'within'), { recursive: true });
  mkdirSync(join(folder, 'elsewhere'));
  for (const file of ['as-written', 'stray', 'empty/stray', '../elsewhere/file'])
    writeFileSync(join(site, file), 'one');
  symlinkSync('../elsewhere', join(site, 'link'));
  const modified = (file: string) => statSync(join(site, file)).mtimeMs;
  const { mtimeMs } = statSync(join(site, 'as-written'));
  const own = new FileWriter(folder, {
    site,
    groups: [
      groupLine('same', [['as-written', 3, mtimeMs]]),
      groupLine('larger', [['as-written', 2, mtimeMs]]),
      groupLine('later', [['as-written', 3, mtimeMs - 1]]),
      groupLine('gone', [
        ['as-written', 3, mtimeMs],
        ['gone', 3, mtimeMs],
      ]),
      groupLine('behind a link', [['link/file', 3, modified('link/file')]]),
    ],
  });
  expect([0, 1, 2, 3, 4].map((group) => own.isAsWritten(group))).toEqual([true, false, false, false, false]);
  expect([...own.strays()].sort()).toEqual(['empty/stray', 'empty/within', 'link', 'stray']);
  await own.close();
});

it('writes files larger than a batch among small ones, and more than all batches hold', () => {
  const long = '√n '.repeat(1_500_000);
  const texts = [
    'before',
    long,
    'after',
    ...Array.from({ length: 60 }, (_, index) => `${index}`.repeat(300_000)),
  ];
  const numbers = texts.map((text, index) => writer.write(`many-${index}`, [text]));
  const written = writer.settle();
  expect(numbers).toEqual([...texts.keys()]);
  expect(written).toHaveLength(texts.length);
  for (const [index, text] of texts.entries())
    expect(readFileSync(join(folder, `many-${index}`), 'utf8') === text).toBe(true);
});

it('joins parts of any size, also where a text begins at an odd place', () => {
  const long = '√n '.repeat(1_500_000);
  const parts = [Buffer.from('one'), 'two', Buffer.from('é!'), long, 'end'];
  writer.write('joined', parts);
  writer.write('larger', [Buffer.from('a'), long]);
  const written = writer.settle();
  const texts = [parts.join(''), `a${long}`];
  expect(written.map(({ bytes }) => bytes)).toEqual(texts.map((text) => Buffer.byteLength(text)));
  for (const [index, name] of ['joined', 'larger'].entries())
    expect(readFileSync(join(folder, name), 'utf8') === texts[index]).toBe(true);
});

it('can be asked to settle again and again', () => {
  expect(writer.settle()).toEqual([]);
  writer.write('again-1', ['1']);
  expect(writer.settle()).toHaveLength(1);
  writer.write('again-2', ['2']);
  expect(writer.settle()).toHaveLength(2);
});

it('does not write where a file is, and says so at the latest when it settles', () => {
  const file = join(folder, 'there');
  writer.write('there', ['first']);
  writer.write('there', ['second']);
  expect(() => writer.settle()).toThrow(expect.objectContaining({ code: 'EEXIST', path: file }));
  expect(readFileSync(file, 'utf8')).toBe('first');
});
