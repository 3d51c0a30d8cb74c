import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../../../scripts/build/files-below.ts';
import { type File, type FileCounts, keyOf, KeptFiles } from '../../../scripts/build/kept-files.ts';
import { stagingFolder } from '../../../scripts/build/replace-folder.ts';

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

function open(): KeptFiles {
  const kept = new KeptFiles(join(parent, 'cache', 'list'), out, stagingFolder(out));
  opened.push(kept);
  return kept;
}

/** Builds a site of one group; answers whether the group was made. */
function build(key: string, group: readonly File[] = files): boolean {
  const kept = open();
  let made = false;
  kept.provide(key, () => {
    made = true;
    return group;
  });
  kept.publish();
  return made;
}

/** Builds a site of groups of one page each; answers which were made, and how many files the site has. */
function buildPages(names: readonly string[], ...others: readonly File[]): { made: string[] } & FileCounts {
  const kept = open();
  const made: string[] = [];
  for (const name of names)
    kept.provide(name, () => {
      made.push(name);
      return [[`papers/${name}/index.html`, [name]]];
    });
  for (const file of others) kept.write(...file);
  return { made, ...kept.publish() };
}

const paths = (): string[] => filesBelow(out).map((file) => file.slice(out.length + 1));
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
  const names = ['a', 'b', 'c', 'd'];
  expect(buildPages(names)).toEqual({ made: names, pages: 4, files: 4 });
  rmSync(join(out, 'papers/c'), { recursive: true });
  expect(buildPages(names).made).toEqual(['c']);
  expect(names.map((name) => readFileSync(join(out, `papers/${name}/index.html`), 'utf8'))).toEqual(names);
  expect(buildPages(names)).toEqual({ made: [], pages: 4, files: 4 });
});

it('leaves nothing of the last site that the new one has not', () => {
  buildPages(['a', 'b'], ['top.txt', ['old']], ['c/former.txt', ['']]);
  mkdirSync(join(out, 'empty/within'), { recursive: true });
  writeFileSync(join(out, 'empty/note.txt'), 'by hand');
  const counts = buildPages(['b', 'new'], ['top.txt', ['new']], ['papers/new/a.json', ['{}']]);
  expect(counts).toEqual({ made: ['new'], pages: 2, files: 4 });
  expect(paths()).toEqual(['papers/b/index.html', 'papers/new/a.json', 'papers/new/index.html', 'top.txt']);
  expect(readdirSync(out).sort()).toEqual(['papers', 'top.txt']);
  expect(readFileSync(join(out, 'top.txt'), 'utf8')).toBe('new');
  expect(readdirSync(parent).sort()).toEqual(['cache', 'site']);
});

it('puts a file where a folder was, and a folder where a file was', () => {
  buildPages(['a'], ['one/file', ['1']], ['two', ['2']]);
  buildPages(['a'], ['one', ['1']], ['two/file', ['2']]);
  expect(paths()).toEqual(['one', 'papers/a/index.html', 'two/file']);
});

it('ends what a build that was killed had begun to change', () => {
  buildPages(['a', 'b'], ['top.txt', ['old']]);
  const kept = open();
  kept.take('a');
  kept.write('top.txt', ['new']);
  kept.write('papers/c/index.html', ['c']);
  // A folder at the place of a file cannot be replaced by it: as good as a killed build.
  rmSync(join(out, 'top.txt'));
  mkdirSync(join(out, 'top.txt'));
  expect(() => kept.publish()).toThrow(`${out} was changed in part only (EISDIR`);
  expect(existsSync(join(out, 'papers/b'))).toBe(false);
  rmSync(join(out, 'top.txt'), { recursive: true });
  stagingFolder(out);
  expect(paths()).toEqual(['papers/a/index.html', 'papers/c/index.html', 'top.txt']);
  expect(readFileSync(join(out, 'top.txt'), 'utf8')).toBe('new');
  expect(readdirSync(parent).sort()).toEqual(['cache', 'site']);
  expect(buildPages(['a', 'b']).made).toEqual(['b']);
  expect(paths()).toEqual(['papers/a/index.html', 'papers/b/index.html']);
});

it('shows the new site before it is in its place', () => {
  buildPages(['a', 'b'], ['top.txt', ['old']]);
  const kept = open();
  kept.take('a');
  kept.write('papers/c/index.html', ['c']);
  kept.settle();
  const { site } = kept;
  expect(['a', 'b', 'c'].map((name) => site.has(`papers/${name}/index.html`))).toEqual([true, false, true]);
  expect(['a', 'c'].map((name) => site.read(`papers/${name}/index.html`).toString())).toEqual(['a', 'c']);
  expect(site.has('top.txt')).toBe(false);
  expect(site.namesIn('papers').sort()).toEqual(['a', 'c']);
});

it('shows what was put over a file that is kept, and counts that once, and no folder', () => {
  build('more', [
    ['papers/b/index.html', ['b']],
    ['papers-by-name/b.txt', ['b']],
  ]);
  const kept = open();
  kept.take('more');
  const staging = join(parent, '.site.staging');
  expect(kept.site.namesIn('papers')).toEqual(['b']);
  mkdirSync(join(staging, 'papers/b'), { recursive: true });
  mkdirSync(join(staging, 'empty'));
  writeFileSync(join(staging, 'papers/b/index.html'), 'with hints');
  expect(kept.site.read('papers/b/index.html').toString()).toBe('with hints');
  expect(kept.publish()).toEqual({ pages: 1, files: 2 });
  expect(readFileSync(join(out, 'papers/b/index.html'), 'utf8')).toBe('with hints');
});

it('says whether the last site has a group', () => {
  build('key');
  const kept = open();
  expect(kept.take('other')).toBe(false);
  expect(kept.take('key')).toBe(true);
  kept.publish();
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
  const kept = open();
  kept.provide('other', () => [['papers/a/index.html', ['b']]]);
  kept.settle();
  expect(page()).toBe('<p>a');
  stagingFolder(out);
  expect(page()).toBe('<p>a');
  expect(build('key')).toBe(false);
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

it.each(['[["papers/a/index.html",4,', '{}', '[1]', 'null'])(
  'makes a group anew whose line somebody damaged: %s',
  (damaged) => {
    build('a');
    const list = join(parent, 'cache', 'list');
    const lines = readFileSync(list, 'utf8').split('\n');
    writeFileSync(list, [lines[0], `a\t${damaged}`, ''].join('\n'));
    expect(build('a')).toBe(true);
    expect(filesBelow(out).length).toBe(files.length);
  },
);
