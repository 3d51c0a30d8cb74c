import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { FileWriter } from '../../../scripts/build/file-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-writer-'));
let writer: FileWriter;

beforeEach(() => {
  writer = new FileWriter();
});
afterEach(() => writer.close());
afterAll(() => rmSync(folder, { recursive: true }));

it('writes texts and bytes one after the other, and makes folders', () => {
  const file = join(folder, 'a', 'b', 'one');
  expect(writer.write(file, ['∑ ', Buffer.from('é'), '', ' 𝒪'])).toBe(0);
  const written = writer.settle();
  expect(readFileSync(file, 'utf8')).toBe('∑ é 𝒪');
  expect(written).toEqual([{ bytes: 11, modified: statSync(file).mtimeMs }]);
});

it('writes half a surrogate pair as the sign of what cannot be written', () => {
  const file = join(folder, 'half');
  writer.write(file, ['a\ud83d', 'b', 'whole 🙂']);
  writer.settle();
  expect(readFileSync(file, 'utf8')).toBe('a\ufffdbwhole 🙂');
});

it('links files, more than a batch has, and says when one cannot be', () => {
  const file = join(folder, 'linked', 'one');
  writer.write(file, ['one']);
  writer.settle();
  for (let number = 0; number < 2500; number += 1)
    writer.link(join(folder, 'linked', 'to', `${number}`), file);
  writer.settle();
  expect(statSync(join(folder, 'linked', 'to', '2499')).ino).toBe(statSync(file).ino);
  writer.link(join(folder, 'linked', 'two'), join(folder, 'linked', 'none'));
  expect(() => writer.settle()).toThrow('ENOENT');
});

it('writes files larger than a batch among small ones, and more than all batches hold', () => {
  const long = '√n '.repeat(1_500_000);
  const texts = [
    'before',
    long,
    'after',
    ...Array.from({ length: 60 }, (_, index) => `${index}`.repeat(300_000)),
  ];
  const numbers = texts.map((text, index) => writer.write(join(folder, `many-${index}`), [text]));
  const written = writer.settle();
  expect(numbers).toEqual([...texts.keys()]);
  expect(written).toHaveLength(texts.length);
  for (const [index, text] of texts.entries())
    expect(readFileSync(join(folder, `many-${index}`), 'utf8') === text).toBe(true);
});

it('can be asked to settle again and again', () => {
  expect(writer.settle()).toEqual([]);
  writer.write(join(folder, 'again-1'), ['1']);
  expect(writer.settle()).toHaveLength(1);
  writer.write(join(folder, 'again-2'), ['2']);
  expect(writer.settle()).toHaveLength(2);
});

it('does not write where a file is, and says so at the latest when it settles', () => {
  const file = join(folder, 'there');
  writer.write(file, ['first']);
  writer.write(file, ['second']);
  expect(() => writer.settle()).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('first');
});
