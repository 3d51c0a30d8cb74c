import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { outputFolder, refuseNested } from '../../../scripts/build/output-folder.ts';
import { CallError } from '../../../scripts/commands/call-error.ts';

const parent = mkdtempSync(join(tmpdir(), 'digest-'));

function folderWith(name: string, files: Record<string, string>): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const front = '<head><meta name="generator" content="paper-digest"></head>';

it('takes a folder that is not there, an empty one, an earlier site, and a part of one', () => {
  for (const folder of [
    join(parent, 'none'),
    folderWith('empty', {}),
    folderWith('site', { 'index.html': front, CNAME: 'a.org' }),
    folderWith('part', { 'papers/x/index.html': front, 'data/x.json': '{}' }),
    folderWith('part-without-data', { 'papers/x/index.html': front }),
  ])
    expect(outputFolder(folder)).toBe(folder);
});

it('follows a link, so that what is behind it is replaced', () => {
  const real = folderWith('real', {});
  symlinkSync(real, join(parent, 'link'));
  expect(outputFolder(join(parent, 'link'))).toBe(real);
});

it('follows a link to what is not there yet, and refuses one that leads nowhere', () => {
  symlinkSync('real', join(parent, 'above'));
  symlinkSync('above/deep/site', join(parent, 'early'));
  expect(outputFolder(join(parent, 'early'))).toBe(join(parent, 'real/deep/site'));
  symlinkSync('circle', join(parent, 'circle'));
  expect(() => outputFolder(join(parent, 'circle'))).toThrow(CallError);
  expect(() => outputFolder(join(parent, 'circle'))).toThrow('circle cannot be used as a folder (ELOOP)');
});

it('refuses folders of which one would take the other along', () => {
  const nested = (out: string, content: string, cache: string) => () =>
    refuseNested(join(parent, out), join(parent, content), join(parent, cache));
  expect(nested('site', 'content', 'cache')).not.toThrow();
  expect(nested('content/site', 'content', 'content/cache')).not.toThrow();
  expect(nested('site', 'site-content', 'content/feeds-cache')).not.toThrow();
  expect(nested('site', 'site/mine', 'cache')).toThrow(CallError);
  expect(nested('site', 'site/mine', 'cache')).toThrow(
    `${parent}/site/mine is in the output folder ${parent}/site, which is replaced with all in it. Nothing was changed: ` +
      'name another folder with --out or --content.',
  );
  expect(nested('site', 'content', 'site/.cache')).toThrow('with --out or --cache');
  expect(nested('site', 'content', 'site')).toThrow('with --out or --cache');
  expect(nested('real/site', 'content', 'link/site/cache')).toThrow('with --out or --cache');
  expect(nested('content/feeds/site', 'content', 'cache')).toThrow(
    `${parent}/content/feeds/site is in ${parent}/content/feeds, where all is read as feeds: name a folder elsewhere.`,
  );
  expect(nested('site', 'content', 'content/feeds/cache')).toThrow('where all is read as feeds');
});

it.each<[string, Record<string, string>, string]>([
  ['somebody’s work', { 'thesis.tex': '', 'a.txt': '' }, 'a.txt, thesis.tex'],
  ['another site', { 'index.html': '<p>Hello' }, 'index.html'],
  ['papers and data that are no part of a site', { 'papers/x.pdf': '', 'data/x.json': '' }, 'data, papers'],
  ['papers in folders', { 'papers/x/index.html': '<p>Hello' }, 'papers'],
  ['papers of a site, and somebody’s', { 'papers/x/index.html': front, 'papers/x.pdf': '' }, 'papers'],
  ['papers of a site, and other data', { 'papers/x/index.html': front, 'data/x.csv': '' }, 'data, papers'],
  ['a folder among the data', { 'papers/x/index.html': front, 'data/x.json/y': '' }, 'data, papers'],
  ['data alone', { 'data/x.json': '' }, 'data'],
  ['a checkout', { 'index.html': front, '.git': '' }, '.git'],
])('refuses %s', (name, files, shown) => {
  const folder = folderWith(name, files);
  expect(() => outputFolder(folder)).toThrow(CallError);
  expect(() => outputFolder(folder)).toThrow(`something else in it than a site (${shown})`);
  for (const file of Object.keys(files)) expect(existsSync(join(folder, file))).toBe(true);
});

it('refuses a file, and no name at all', () => {
  const file = join(folderWith('around', { file: '' }), 'file');
  expect(() => outputFolder(file)).toThrow('is a file');
  expect(() => outputFolder('')).toThrow('has no name');
});
