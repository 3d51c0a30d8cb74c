import { hash } from 'node:crypto';
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../fetch/atomic-write.ts';
import { FileWriter } from './file-writer.ts';
import {
  filesOfGroup,
  groupLine,
  isAsWritten,
  keyOfGroup,
  listOf,
  readGroups,
  type KeptFile,
  type LastSite,
} from './last-site.ts';

/** A file to write: its path below the site's folder, and its parts one after the other. */
export type File = readonly [path: string, parts: readonly (string | Uint8Array)[]];

/** A group of the new site: its line in the list, or what the line is made of when its files are written. */
type Group = string | { key: string; files: { path: string; number: number }[] };

/**
 * Files that a build writes in groups, such as all of one paper, each group under a key: a digest of everything its
 * bytes depend on. A list kept between builds says which groups the last site has; of those the new site gets hard links,
 * so that they are neither made nor written again, and the last site stays whole until it is replaced.
 *
 * A file is taken only as it was written: one that somebody changed since has another size or time, and its group is
 * made anew. So is every group where the file system has no hard links. The thread that writes looks the files up as soon
 * as there is an object of this class: the earlier it is made, the fewer are left to be looked up when they are wanted.
 */
export class KeptFiles {
  readonly #list: string;
  readonly #last: LastSite;
  readonly #out: string;
  /** The numbers of the groups of the last site. */
  readonly #known: ReadonlyMap<string, number>;
  readonly #kept: Group[] = [];
  readonly #writer: FileWriter;
  /** Whether a file of the last site was linked already, so that the others can be. */
  #linksWork = false;

  /** `list`: the file with the list. `last`: the folder of the last site. `out`: the new folder. */
  constructor(list: string, last: string, out: string) {
    this.#list = list;
    this.#last = { site: last, groups: readGroups(list, last) };
    this.#out = out;
    this.#known = new Map(this.#last.groups.map((line, number) => [keyOfGroup(line), number]));
    this.#writer = new FileWriter(out, this.#last);
  }

  /**
   * Sees to it that the files of a group stand in the new folder, at the latest after `settle`: takes them from the last
   * site, or has `make` tell the parts of each by its path. The folders of both are made where missing.
   */
  provide(key: string, make: () => Iterable<File>): void {
    if (this.take(key)) return;
    const files = Array.from(make(), (file) => ({ path: file[0], number: this.write(...file) }));
    this.#kept.push({ key, files });
  }

  /** Takes the files of a group from the last site, if it has them; answers whether it does. */
  take(key: string): boolean {
    const number = this.#known.get(key);
    if (number === undefined || !this.#link(number)) return false;
    this.#kept.push(this.#last.groups[number]!);
    return true;
  }

  /** Writes a file of the new site that is not to be kept; answers its number. */
  write(...[path, parts]: File): number {
    return this.#writer.write(path, parts);
  }

  /** Waits until all files are written. Throws when the disk took one not. */
  settle(): void {
    this.#writer.settle();
  }

  /** Waits for the files, and writes the list for the next build; a killed build leaves the old one whole. */
  save(): void {
    const written = this.#writer.settle();
    const lines = this.#kept.map((group) => {
      if (typeof group === 'string') return group;
      const files = group.files.map(({ path, number }): KeptFile => {
        const { bytes, modified } = written[number]!;
        return [path, bytes, modified];
      });
      return groupLine(group.key, files);
    });
    writeAtomically(this.#list, listOf(this.#last.site, lines));
  }

  /** Ends the thread that writes, whatever it has not written yet. */
  close(): Promise<void> {
    return this.#writer.close();
  }

  /** Links all files of a group, or none: the first ones to find out whether they can be linked, others in their turn. */
  #link(number: number): boolean {
    const line = this.#last.groups[number]!;
    if (!(this.#writer.isAsWritten(number) ?? isAsWritten(this.#last.site, line))) return false;
    if (this.#linksWork) {
      this.#writer.link(number);
      return true;
    }
    const files = filesOfGroup(line);
    const done = this.#linkAtOnce(files);
    this.#linksWork = done && files.length > 0;
    return done;
  }

  #linkAtOnce(files: readonly KeptFile[]): boolean {
    const linked: string[] = [];
    try {
      for (const [path] of files) {
        const file = join(this.#out, path);
        mkdirSync(dirname(file), { recursive: true });
        linkSync(join(this.#last.site, path), file);
        linked.push(file);
      }
      return true;
    } catch {
      // What is linked must go: writing there would write into the last site.
      for (const file of linked) rmSync(file);
      return false;
    }
  }
}

/** A key of these texts: equal only for equal texts in the same order. */
export const keyOf = (...texts: readonly string[]): string =>
  hash('sha256', texts.map((text) => `${text.length}:${text}`).join(''), 'base64url').slice(0, 27);
