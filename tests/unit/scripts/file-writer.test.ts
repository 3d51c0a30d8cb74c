import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { FileWriter } from '../../../scripts/build/file-writer.ts';
import { groupLine } from '../../../scripts/build/last-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-writer-'));
let writer: FileWriter;

const site = join(folder, 'site');
const groups = [groupLine('one', [['a/one', 3, 0]]), groupLine('none', [['none', 1, 0]])];

beforeEach(() => {
  writer = new FileWriter(folder, { site, groups });
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

it('links files of a site, once each, and says when one cannot be', () => {
  mkdirSync(join(site, 'a'), { recursive: true });
  writeFileSync(join(site, 'a', 'one'), 'one');
  writer.link(0);
  writer.settle();
  expect(statSync(join(folder, 'a', 'one')).ino).toBe(statSync(join(site, 'a', 'one')).ino);
  writer.link(1);
  expect(() => writer.settle()).toThrow('ENOENT');
});

it('links more groups than a batch has', async () => {
  const many = Array.from({ length: 1250 }, (_, number) =>
    groupLine(`${number}`, [[`many/${number}`, 3, 0]]),
  );
  mkdirSync(join(site, 'many'), { recursive: true });
  for (const number of many.keys()) writeFileSync(join(site, 'many', `${number}`), 'one');
  const own = new FileWriter(folder, { site, groups: many });
  for (const number of many.keys()) own.link(number);
  own.settle();
  expect(readdirSync(join(folder, 'many'))).toHaveLength(many.length);
  await own.close();
});

it('finds out which groups of a site are as they were written', async () => {
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'as-written'), 'one');
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
    ],
  });
  await expect
    .poll(() => [0, 1, 2, 3].map((group) => own.isAsWritten(group)))
    .toEqual([true, false, false, false]);
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
