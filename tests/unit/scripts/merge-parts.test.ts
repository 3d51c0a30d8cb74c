import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { beforeEach, expect, it, vi } from 'vitest';
import { mergeParts } from '../../../scripts/build/merge-parts.ts';
import { addMergeCommand } from '../../../scripts/commands/merge.ts';
import { runCommandLine } from '../../../scripts/commands/run-command-line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digest-'));
});

function part(name: string, files: Record<string, string>): string {
  mkdirSync(join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

const page = (path: string, site = 'https://example.org/digest/') =>
  `<meta name="generator" content="paper-digest"><link rel="canonical" href="${site}${path}">`;
const front = page('');
const rest = (...slugs: string[]) =>
  part('rest', {
    'index.html': front,
    'data/addresses.txt': `${slugs.map((slug) => `papers/${slug}/\n`).join('')}topics/theory/\n`,
  });
const papers = (name: string, ...slugs: string[]) =>
  part(name, Object.fromEntries(slugs.map((slug) => [`papers/${slug}/index.html`, page(`papers/${slug}/`)])));
const merge = (...parts: string[]) => mergeParts(parts, join(folder, 'site'));

it('joins the files of all parts', () => {
  expect(merge(papers('2024', 'x'), rest('x', 'y'), papers('2025', 'y'), part('undated', {}))).toBe(4);
  for (const slug of ['x', 'y'])
    expect(readFileSync(join(folder, 'site', `papers/${slug}/index.html`), 'utf8')).toContain(
      `papers/${slug}/`,
    );
});

it('joins the parts of a site without papers', () => {
  expect(merge(rest(), part('undated', {}))).toBe(2);
});

it('refuses parts that have the same file, and parts that are not there', () => {
  const parts = [papers('c', 'x'), papers('d', 'x')] as const;
  expect(() => merge(...parts)).toThrow(
    `papers/x/index.html is in ${parts[1]} and in another part. Parts of one site share no file: name each part once, ` +
      'and build all of them from the same content.',
  );
  expect(() => merge(join(folder, 'nowhere'))).toThrow(
    `The part ${join(folder, 'nowhere')} does not exist. Build it with "digest build --part".`,
  );
});

it('refuses parts of which one was forgotten', () => {
  const [all, year] = [rest('v', 'w', 'x', 'y', 'z'), papers('2025', 'y')];
  expect(() => merge(all, year)).toThrow(
    '4 of 5 papers are in none of the parts (papers/v/, papers/w/, papers/x/, …): a part was forgotten, or built from other content. ' +
      'Name the part of each year, undated and rest.',
  );
  expect(() => mergeParts([year], join(folder, 'other'))).toThrow(
    'The part with all the rest is missing: build it with "digest build --part rest", and name it, too.',
  );
});

it('refuses parts of other content', () => {
  expect(() => merge(rest('x'), papers('2025', 'x', 'y'))).toThrow(
    '1 papers of the parts are not in the list of the part rest (papers/y/): build all parts from the same content.',
  );
});

it('refuses parts for other addresses, and those by other code', () => {
  const elsewhere = part('2024', {
    'papers/x/index.html': page('papers/x/', 'https://example.org/'),
  });
  expect(() => merge(rest('x'), elsewhere)).toThrow(
    `${elsewhere} has pages for another address (https://example.org/papers/x/) than the part rest (https://example.org/digest/): ` +
      'build all parts with the same --site and --base.',
  );
  const all = part('all', {
    'index.html': front,
    'data/addresses.txt': 'papers/old/\npapers/y/\n',
    '_astro/a.css': '',
    'papers/old/index.html': 'a redirection',
  });
  const older = part('2025', {
    'papers/y/index.html': `${page('papers/y/')}<link href="/digest/_astro/a.css"><script src="/digest/_astro/b.js">`,
  });
  expect(() => mergeParts([all, older], join(folder, 'other'))).toThrow(
    `${older} needs _astro/b.js, which the part rest has not: build all parts by the same version of the program.`,
  );
  writeFileSync(join(all, '_astro/b.js'), '');
  expect(mergeParts([all, older], join(folder, 'another'))).toBe(6);
});

it('refuses what is no part, before it copies anything', () => {
  const other = part('photos', { 'a.jpg': '', 'b.jpg': '' });
  expect(() => merge(rest('x'), papers('2025', 'x'), other)).toThrow(
    `${other} is no part of a site (a.jpg, b.jpg). Name the output folders of "digest build --part", and nothing else.`,
  );
  const file = join(other, 'a.jpg');
  expect(() => merge(file)).toThrow(`${file} is no part of a site (a file).`);
  expect(existsSync(join(folder, 'site'))).toBe(false);
});

it('says plainly that a file cannot be written', () => {
  writeFileSync(join(folder, 'site'), '');
  expect(() => merge(papers('2025', 'x'))).toThrow(
    `${join(folder, 'site/papers/x/index.html')} could not be written: ENOTDIR`,
  );
});

it('is called wrongly with what is no part', async () => {
  const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command('digest');
  addMergeCommand(program);
  const parts = [join(folder, 'nowhere'), '--out', join(folder, 'dist')];
  expect(await runCommandLine(program, ['merge', ...parts])).toBe(2);
  expect(await runCommandLine(program, ['merge', part('photos', { 'a.jpg': '' }), ...parts])).toBe(2);
  errors.mockRestore();
});

it('leaves nothing behind when it fails', async () => {
  const parts = [rest('x', 'y'), papers('2025', 'y')];
  const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command('digest');
  addMergeCommand(program);
  const code = await runCommandLine(program, ['merge', ...parts, '--out', join(folder, 'dist')]);
  errors.mockRestore();
  expect(code).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['2025', 'rest']);
});
