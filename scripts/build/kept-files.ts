import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../fetch/atomic-write.ts';
import { eachPathBelow } from './files-below.ts';
import { FileWriter } from './file-writer.ts';
import type { Written } from './file-writer-worker.ts';
import {
  filesOfGroup,
  groupLine,
  keyOfGroup,
  listOf,
  readGroups,
  type KeptFile,
  type LastSite,
} from './last-site.ts';
import { change, publish } from './replace-folder.ts';
import { siteFilesIn, type SiteFiles } from './site-files.ts';

/** A file to write: its path below the site's folder, and its parts one after the other. */
export type File = readonly [path: string, parts: readonly (string | Uint8Array)[]];

/** A group of the new site: its number in the last one, or what its line is made of when its files are written. */
type Group = number | { key: string; files: { path: string; number: number }[] };

/** How many files a site has, and how many of them are pages. */
export interface FileCounts {
  pages: number;
  files: number;
}

/**
 * Files that a build writes in groups, such as all of one paper, each group under a key: a digest of everything its
 * bytes depend on. A list kept between builds says which groups the last site has; those stay where they are, and are
 * neither made nor written again. All others are written into a new folder, and put in their places at the very end:
 * the last site stays whole until then.
 *
 * A group is kept only as it was written: a file that somebody changed since has another size or time, and its group is
 * made anew. The thread that writes looks the files up as soon as there is an object of this class: the earlier it is
 * made, the fewer are left to be looked up when they are wanted.
 */
export class KeptFiles {
  readonly #list: string;
  readonly #last: LastSite;
  readonly #staging: string;
  /** The numbers of the groups of the last site. */
  readonly #known: ReadonlyMap<string, number>;
  readonly #groups: Group[] = [];
  /** The paths of the files that are kept. */
  readonly #kept = new Set<string>();
  readonly #writer: FileWriter;

  /** `list`: the file with the list. `last`: the folder of the last site. `staging`: the new folder. */
  constructor(list: string, last: string, staging: string) {
    this.#list = list;
    this.#last = { site: last, groups: readGroups(list, last) };
    this.#staging = staging;
    this.#known = new Map(this.#last.groups.map((line, number) => [keyOfGroup(line), number]));
    this.#writer = new FileWriter(staging, this.#last);
  }

  /**
   * Sees to it that the new site has the files of a group: keeps those of the last site, or has `make` tell the parts
   * of each by its path, to be written at the latest by `settle`.
   */
  provide(key: string, make: () => Iterable<File>): void {
    if (this.take(key)) return;
    const files = Array.from(make(), (file) => ({ path: file[0], number: this.write(...file) }));
    this.#groups.push({ key, files });
  }

  /** Keeps the files of a group of the last site, if it has them; answers whether it does. */
  take(key: string): boolean {
    const number = this.#known.get(key);
    if (number === undefined || !this.#writer.isAsWritten(number)) return false;
    this.#groups.push(number);
    for (const [path] of filesOfGroup(this.#last.groups[number]!)) this.#kept.add(path);
    return true;
  }

  /** Where a file is, by its path below the site's folder, that is kept. */
  keptFile(path: string): string {
    return join(this.#last.site, path);
  }

  /** Writes a file of the new site that is not to be kept; answers its number. */
  write(...[path, parts]: File): number {
    return this.#writer.write(path, parts);
  }

  /** Waits until all files are written. Throws when the disk took one not. */
  settle(): void {
    this.#writer.settle();
  }

  /** The files of the new site, as far as they are kept or written by now. */
  get site(): SiteFiles {
    const [staged, last] = [this.#staging, this.#last.site].map(siteFilesIn) as [SiteFiles, SiteFiles];
    const holderOf = (path: string): SiteFiles => (this.#kept.has(path) && !staged.has(path) ? last : staged);
    return {
      has: (path) => holderOf(path).has(path),
      read: (path) => holderOf(path).read(path),
      namesIn: (folder) => {
        const names = new Set(staged.has(folder) ? staged.namesIn(folder) : []);
        for (const path of this.#kept)
          if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split('/', 1)[0]!);
        return [...names];
      },
    };
  }

  /**
   * Waits for the files, writes the list for the next build, and puts the new site in the place of the last one:
   * changes that where anything of it is kept. Answers what the site has then.
   */
  publish(): FileCounts {
    this.#saveList(this.#writer.settle());
    const staged = new Set<string>();
    const counts: FileCounts = { pages: 0, files: 0 };
    const count = (path: string): void => {
      counts.files += 1;
      if (path.endsWith('.html')) counts.pages += 1;
    };
    this.#kept.forEach(count);
    eachStaged(this.#staging, (path) => {
      if (!this.#kept.has(path)) count(path);
      if (this.#kept.size > 0) staged.add(path);
    });
    if (this.#kept.size > 0) change(this.#last.site, this.#goneBut(staged));
    else publish(this.#staging, this.#last.site);
    return counts;
  }

  /** Ends the thread that writes, whatever it has not written yet. */
  close(): Promise<void> {
    return this.#writer.close();
  }

  #saveList(written: readonly Written[]): void {
    const lines = this.#groups.map((group) => {
      if (typeof group === 'number') return this.#last.groups[group]!;
      const files = group.files.map(({ path, number }): KeptFile => {
        const { bytes, modified } = written[number]!;
        return [path, bytes, modified];
      });
      return groupLine(group.key, files);
    });
    writeAtomically(this.#list, listOf(this.#last.site, lines));
  }

  /** What is in the folder of the last site and is neither kept nor one of these. */
  #goneBut(staged: ReadonlySet<string>): string[] {
    const kept = new Set(this.#groups);
    const others = this.#last.groups.filter((_, number) => !kept.has(number));
    return [...this.#writer.strays(), ...others.flatMap(filesOfGroup).map(([path]) => path)].filter(
      (path) => !staged.has(path),
    );
  }
}

function eachStaged(staging: string, visit: (path: string) => void): void {
  if (!existsSync(staging)) return;
  eachPathBelow(staging, (path, isFolder) => {
    if (!isFolder) visit(path);
  });
}

/** A key of these texts: equal only for equal texts in the same order. */
export const keyOf = (...texts: readonly string[]): string =>
  hash('sha256', texts.map((text) => `${text.length}:${text}`).join(''), 'base64url').slice(0, 27);
