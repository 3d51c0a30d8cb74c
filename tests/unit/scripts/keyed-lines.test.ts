import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeyedLines, readPlace } from '../../../scripts/build/keyed-lines.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'lines.txt');

it('has what was added, at once and when it is opened again', () => {
  const path = file();
  const lines = new KeyedLines(path);
  expect(existsSync(path)).toBe(false);
  lines.add('a', 'ε\tone');
  lines.add('b', '');
  lines.add('a', 'later');
  for (const opened of [lines, new KeyedLines(path)]) {
    expect(['a', 'b', 'c'].map((key) => opened.get(key))).toEqual(['later', '', undefined]);
    expect([opened.has('b'), opened.has('c'), opened.size]).toEqual([true, false, 2]);
  }
  expect(readFileSync(path, 'utf8')).toBe('a\tε\tone\nb\t\na\tlater\n');
});

it('adds to lines that were there, and after those that another added', () => {
  const path = file();
  writeFileSync(path, 'header\na\tone\n');
  const [first, second] = [new KeyedLines(path), new KeyedLines(path)];
  first.add('b', 'two');
  const place = second.add('c', 'three');
  expect(readPlace(second.handle, place)).toBe('three');
  expect(new KeyedLines(path).size).toBe(3);
  expect([first.get('a'), first.get('b'), second.get('b')]).toEqual(['one', 'two', undefined]);
});

it('passes over a last line that was cut off, and adds in its place', () => {
  const path = file();
  writeFileSync(path, 'a\tone\nb\ttw');
  const lines = new KeyedLines(path);
  expect(lines.has('b')).toBe(false);
  lines.add('c', 'three');
  lines.add('d', 'four');
  expect(['a', 'c', 'd'].map((key) => lines.get(key))).toEqual(['one', 'three', 'four']);
  expect(readFileSync(path, 'utf8')).toBe('a\tone\nc\tthree\nd\tfour\n');
});

it('leaves a last line alone that another ended meanwhile', () => {
  const path = file();
  writeFileSync(path, 'a\tone\nb\ttw');
  const lines = new KeyedLines(path);
  appendFileSync(path, 'o\n');
  lines.add('c', 'three');
  expect(lines.get('c')).toBe('three');
  expect(readFileSync(path, 'utf8')).toBe('a\tone\nb\ttwo\nc\tthree\n');
});

it('finds lines of all lengths', () => {
  const path = file();
  const long = 'ü'.repeat(1_600_000);
  for (const [key, text] of [
    ['a', 'x'.repeat(1_048_570)],
    ['b', long],
    ['c', 'end'],
  ] as const)
    appendFileSync(path, `${key}\t${text}\n`);
  const lines = new KeyedLines(path);
  expect(lines.get('a')).toHaveLength(1_048_570);
  expect(lines.get('b')).toBe(long);
  expect(lines.get('c')).toBe('end');
  appendFileSync(path, 'd\tcut');
  const added = new KeyedLines(path);
  for (const key of ['e', 'f']) added.add(key, 'it');
  expect(['d', 'e', 'f'].map((key) => new KeyedLines(path).get(key))).toEqual([undefined, 'it', 'it']);
});

it('gives way to a file with some of its lines, and can still be read', () => {
  const path = file();
  writeFileSync(path, 'a\tone\nb\ttwo\n');
  const lines = new KeyedLines(path);
  lines.add('c', 'three');
  lines.keepOnly(['c', 'a']);
  expect(readFileSync(path, 'utf8')).toBe('c\tthree\na\tone\n');
  expect(lines.get('b')).toBe('two');
});

it('says plainly why nothing can be added', () => {
  const path = file();
  writeFileSync(path, '');
  const below = join(path, 'lines.txt');
  expect(() => new KeyedLines(below).add('a', 'one')).toThrow(`${below} could not be written: `);
});
