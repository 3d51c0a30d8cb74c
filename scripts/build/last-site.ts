import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file below the site's folder, its bytes, and when it was written (milliseconds since 1970). */
export type KeptFile = [path: string, bytes: number, modified: number];

/** The folder of a site, and its files in groups: a line each, of a key and the files. */
export interface LastSite {
  site: string;
  groups: readonly string[];
}

const headerOf = (site: string): string => JSON.stringify({ site });

/**
 * The groups of a site that are in a file. There are none in the list of another folder, or in one that was cut off.
 */
export function readGroups(list: string, site: string): string[] {
  const [header, ...lines] = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  return header === headerOf(site) && lines.pop() === '' ? lines : [];
}

/** What is to be in the file for `readGroups`. */
export const listOf = (site: string, groups: readonly string[]): string =>
  [headerOf(site), ...groups, ''].join('\n');

export const groupLine = (key: string, files: readonly KeptFile[]): string =>
  `${key}\t${JSON.stringify(files)}`;

export const keyOfGroup = (line: string): string => line.slice(0, line.indexOf('\t'));

/** The files of a group; none where somebody damaged its line, which is no reason not to build. */
export function filesOfGroup(line: string): KeptFile[] {
  try {
    const files: unknown = JSON.parse(line.slice(line.indexOf('\t') + 1));
    return Array.isArray(files) && files.every(Array.isArray) ? (files as KeptFile[]) : [];
  } catch {
    return [];
  }
}

/** Whether a file is in the site as it was written. */
export function isAsWritten(site: string, [path, bytes, modified]: KeptFile): boolean {
  const found = statSync(join(site, path), { throwIfNoEntry: false });
  return found?.size === bytes && found.mtimeMs === modified;
}
