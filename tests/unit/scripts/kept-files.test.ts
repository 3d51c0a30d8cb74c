import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type File, keyOf, KeptFiles } from '../../../scripts/build/kept-files.ts';
import { publish, stagingFolder } from '../../../scripts/build/replace-folder.ts';

const files: File[] = [
  ['papers/a/index.html', ['<p>', 'a']],
  ['data/a.json', ['{}']],
];
let parent: string;
let out: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kept-files-'));
  out = join(parent, 'site');
});

const opened: KeptFiles[] = [];
afterEach(() => Promise.all(opened.splice(0).map((kept) => kept.close())));

function open(staging: string): KeptFiles {
  const kept = new KeptFiles(join(parent, 'cache', 'list'), out, staging);
  opened.push(kept);
  return kept;
}

/** Builds a site of one group; answers whether the group was made. */
function build(key: string, group: readonly File[] = files): boolean {
  const staging = stagingFolder(out);
  mkdirSync(staging);
  const kept = open(staging);
  let made = false;
  kept.provide(key, () => {
    made = true;
    return group;
  });
  kept.save();
  publish(staging, out);
  return made;
}

const page = (): string => readFileSync(join(out, 'papers/a/index.html'), 'utf8');

it('takes the files of a group from the last site, again and again', () => {
  expect(build('key')).toBe(true);
  const { ino } = statSync(join(out, 'data/a.json'));
  expect(build('key')).toBe(false);
  expect(build('key')).toBe(false);
  expect(page()).toBe('<p>a');
  expect(statSync(join(out, 'data/a.json')).ino).toBe(ino);
});

it('takes many groups, and makes those that somebody changed', () => {
  const buildMany = (): string[] => {
    const staging = stagingFolder(out);
    mkdirSync(staging);
    const kept = open(staging);
    const made: string[] = [];
    for (const name of ['a', 'b', 'c', 'd'])
      kept.provide(name, () => {
        made.push(name);
        return [[`papers/${name}/index.html`, [name]]];
      });
    kept.save();
    publish(staging, out);
    return made;
  };
  expect(buildMany()).toEqual(['a', 'b', 'c', 'd']);
  rmSync(join(out, 'papers/c'), { recursive: true });
  expect(buildMany()).toEqual(['c']);
  expect(
    ['a', 'b', 'c', 'd'].map((name) => readFileSync(join(out, `papers/${name}/index.html`), 'utf8')),
  ).toEqual(['a', 'b', 'c', 'd']);
  expect(buildMany()).toEqual([]);
});

it('says whether the last site has a group', () => {
  build('key');
  const staging = stagingFolder(out);
  const kept = open(staging);
  expect(kept.take('other')).toBe(false);
  expect(kept.take('key')).toBe(true);
  kept.save();
  publish(staging, out);
  expect(page()).toBe('<p>a');
  expect(build('key')).toBe(false);
});

it('makes a group anew under another key, and after a build that did not have it', () => {
  build('key');
  expect(build('other', [['papers/a/index.html', ['b']]])).toBe(true);
  expect(page()).toBe('b');
  expect(build('key')).toBe(true);
  expect(page()).toBe('<p>a');
});

it('makes all files of a group anew when somebody changed or removed one', () => {
  const file = join(out, 'papers/a/index.html');
  build('key');
  writeFileSync(file, '<p>aha');
  expect(build('key')).toBe(true);
  expect(page()).toBe('<p>a');
  const { atime, mtime } = statSync(file);
  writeFileSync(file, '<p>b');
  utimesSync(file, atime, new Date(mtime.getTime() + 10));
  expect(build('key')).toBe(true);
  expect(page()).toBe('<p>a');
  rmSync(file);
  expect(build('key')).toBe(true);
  expect(page()).toBe('<p>a');
});

it('leaves the last site whole when a build ends half way', () => {
  build('key');
  const staging = stagingFolder(out);
  mkdirSync(staging);
  const kept = open(staging);
  kept.provide('key', () => []);
  kept.settle();
  expect(readFileSync(join(staging, 'papers/a/index.html'), 'utf8')).toBe('<p>a');
  stagingFolder(out);
  expect(page()).toBe('<p>a');
  expect(build('key')).toBe(false);
});

it('never writes into the last site when files cannot be linked', () => {
  build('key');
  const staging = stagingFolder(out);
  mkdirSync(join(staging, 'data'), { recursive: true });
  writeFileSync(join(staging, 'data/a.json'), 'in the way of the second link');
  const kept = open(staging);
  kept.provide('key', () => [['papers/a/index.html', ['anew']]]);
  kept.settle();
  expect(readFileSync(join(staging, 'papers/a/index.html'), 'utf8')).toBe('anew');
  expect(page()).toBe('<p>a');
});

it('does not trust the list of another folder, nor one that was cut off', () => {
  build('key');
  const list = join(parent, 'cache', 'list');
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace(out, `${out}2`));
  expect(build('key')).toBe(true);
  writeFileSync(list, text.slice(0, -5));
  expect(build('key')).toBe(true);
});

it('makes keys that tell apart where one text ends and the next begins', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
  expect(keyOf('ab', 'c')).toBe(keyOf('ab', 'c'));
});
