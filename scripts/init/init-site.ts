import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CallError } from '../commands/call-error.ts';
import { someNames } from '../commands/some-names.ts';
import { describingErrors, writeAtomically } from '../fetch/atomic-write.ts';
import type { ProgramSource } from './program-source.ts';

/** What a new site is called, where it will be hosted, and where it gets the program from. */
export interface NewSite {
  title: string;
  url: string;
  base: string;
  program: ProgramSource;
}

const templateFolder = fileURLToPath(new URL('./template', import.meta.url));
const ownContent = fileURLToPath(new URL('../../content', import.meta.url));

/** Files of the site folder and their templates, whose names do not start with a dot, so that they act nowhere else. */
const templates: Record<string, string> = {
  'README.md': 'README.md',
  '.gitignore': 'gitignore',
  'package.json': 'package.json',
  'content/site.yaml': 'content/site.yaml',
  'content/feeds.yaml': 'content/feeds.yaml',
  '.github/workflows/publish.yml': 'github/workflows/publish.yml',
};

/** Files that are those of this program's own site. */
const copies = ['topics.yaml', join('pages', 'about.md')];

/**
 * Writes a ready site folder and answers the paths of its files below it. Throws a `CallError` when the folder is not
 * empty; a `.git` alone does no harm.
 */
export function initSite(folder: string, site: NewSite): string[] {
  refuseUnlessEmpty(folder);
  const values: Record<string, string> = {
    __TITLE__: site.title,
    __TITLE_JSON__: JSON.stringify(site.title),
    __URL__: site.url,
    __BASE__: site.base,
    __PROGRAM__: site.program.address,
    __PROGRAM_REF__: site.program.ref,
  };
  for (const [name, template] of Object.entries(templates)) {
    const text = readFileSync(join(templateFolder, template), 'utf8');
    writeAtomically(
      join(folder, name),
      text.replace(/__[A-Z_]+?__/g, (placeholder) => values[placeholder] ?? placeholder),
    );
  }
  describingErrors(join(folder, 'content'), () => {
    mkdirSync(join(folder, 'content', 'feeds'), { recursive: true });
    for (const name of copies) {
      mkdirSync(dirname(join(folder, 'content', name)), { recursive: true });
      cpSync(join(ownContent, name), join(folder, 'content', name));
    }
  });
  return [...Object.keys(templates), ...copies.map((name) => `content/${name}`)].sort();
}

/** A title made of the name of a folder: `my-papers` -> `My papers`. */
export function titleOfFolder(folder: string): string {
  const words = basename(resolve(folder))
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words === '' ? 'Papers' : words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The git repository that a folder lies in without being one itself, where GitHub looks for no workflow of the folder;
 * null when there is none.
 */
export function repositoryAround(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return null;
  for (let below = resolve(folder); dirname(below) !== below; below = dirname(below))
    if (existsSync(join(dirname(below), '.git'))) return dirname(below);
  return null;
}

function refuseUnlessEmpty(folder: string): void {
  if (folder.trim() === '') throw new CallError('The folder has no name: name one that does not exist yet.');
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new CallError(`${folder} is a file. Name a folder that does not exist yet, or an empty one.`);
  const names = readdirSync(folder).filter((name) => name !== '.git');
  if (names.length === 0) return;
  throw new CallError(
    `${folder} is not empty (${someNames(names.sort())}), and nothing in it was changed. Name a folder that does not exist yet, or an empty one.`,
  );
}
