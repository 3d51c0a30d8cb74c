import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CallError } from '../commands/call-error.ts';
import { someNames } from '../commands/some-names.ts';

/** What a site never has: with one of these a folder is somebody's work, or the checkout that a site is published from. */
const foreign = ['.git', 'content', 'node_modules', 'package.json', 'src'];
/** The folders of a part of a site that has the papers of a year. */
const ofParts = ['data', 'papers'];

/**
 * The whole path of a folder that is going to be replaced with all in it; a link is followed. Throws a `CallError` when
 * it is a file, or a folder with anything but an earlier site, or a part of one.
 */
export function outputFolder(out: string): string {
  const path = out.trim() === '' ? null : resolve(out);
  if (path === null) throw new CallError('The output folder has no name: give one with --out.');
  if (!existsSync(path)) return path;
  if (!statSync(path).isDirectory())
    throw new CallError(
      `${out} is a file: name a folder with --out that does not exist yet, or an empty one.`,
    );
  const strangers = strangersIn(path);
  if (strangers.length > 0)
    throw new CallError(
      `${out} has something else in it than a site (${someNames(strangers)}), and nothing was changed: ` +
        'the output folder is replaced with all in it. Name a folder with --out that does not exist yet, or an empty one.',
    );
  return realpathSync(path);
}

/** The names of what is in a folder but of no site, nor of a part of one. */
export function strangersIn(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return isSite(folder, names) ? names.filter((name) => foreign.includes(name)) : names;
}

function isSite(folder: string, names: readonly string[]): boolean {
  if (names.every((name) => ofParts.includes(name))) return true;
  const front = join(folder, 'index.html');
  return (
    existsSync(front) && readFileSync(front, 'utf8').includes('<meta name="generator" content="paper-digest"')
  );
}
