import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CallError } from '../commands/call-error.ts';
import { someNames } from '../commands/some-names.ts';

/**
 * What a site never has: with one of these a folder is somebody's work, or the checkout that a site is published from.
 */
const foreign = ['.git', 'content', 'node_modules', 'package.json', 'src'];
/** The folders of a part of a site that has the papers of a year. */
const ofParts = ['papers', 'data'];

/**
 * The whole path of a folder that is going to be replaced with all in it; links are followed, those to nothing too.
 * Throws a `CallError` when it is a file, or a folder with anything but an earlier site, or a part of one.
 */
export function outputFolder(out: string): string {
  if (out.trim() === '') throw new CallError('The output folder has no name: give one with --out.');
  const path = realPath(resolve(out));
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
  return path;
}

/**
 * Throws a `CallError` when the output folder (a path that `outputFolder` gave) has the content or the cache in it,
 * which would go with the last site, and when it or the cache is among the feeds, where a later build would read it.
 */
export function refuseNested(out: string, content: string, cache: string): void {
  const isWithin = (path: string, folder: string): boolean =>
    `${realPath(resolve(path))}${sep}`.startsWith(`${realPath(resolve(folder))}${sep}`);
  for (const [path, option] of [
    [content, '--content'],
    [cache, '--cache'],
  ] as const)
    if (isWithin(path, out))
      throw new CallError(
        `${path} is in the output folder ${out}, which is replaced with all in it. Nothing was changed: ` +
          `name another folder with --out or ${option}.`,
      );
  const feeds = join(content, 'feeds');
  for (const path of [out, cache])
    if (isWithin(path, feeds))
      throw new CallError(`${path} is in ${feeds}, where all is read as feeds: name a folder elsewhere.`);
}

/** A path without links; of what is not there yet, that of the folder where it is going to be. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT')
      throw new CallError(`${path} cannot be used as a folder (${code}): name another one.`);
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const parent = realPath(dirname(path));
  return isLink ? realPath(resolve(parent, readlinkSync(path))) : join(parent, basename(path));
}

/** The names of what is in a folder but of no site, nor of a part of one. */
export function strangersIn(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return isSite(folder, names) ? names.filter((name) => foreign.includes(name)) : names;
}

function isSite(folder: string, names: readonly string[]): boolean {
  return names.length === 0 || isOwnPage(join(folder, 'index.html')) || isPartOfPapers(folder, names);
}

/** Whether all in a folder is of a part of a site: others have papers and data in folders of these names, too. */
function isPartOfPapers(folder: string, names: readonly string[]): boolean {
  if (!names.every((name) => ofParts.includes(name))) return false;
  const [papers, data] = ofParts.map((name) =>
    names.includes(name) ? readdirSync(join(folder, name), { withFileTypes: true }) : [],
  ) as [Dirent[], Dirent[]];
  return (
    papers.every((entry) => entry.isDirectory()) &&
    data.every((entry) => entry.isFile() && entry.name.endsWith('.json')) &&
    isOwnPage(join(folder, 'papers', papers[0]?.name ?? '', 'index.html'))
  );
}

const isOwnPage = (file: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8').includes('<meta name="generator" content="paper-digest"');
