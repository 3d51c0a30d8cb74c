import { hash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../fetch/atomic-write.ts';
import { FileWriter } from './file-writer.ts';

/** A file to write: its path below the site's folder, and its parts one after the other. */
export type File = readonly [path: string, parts: readonly (string | Uint8Array)[]];

/** A file below the site's folder, its bytes, and when it was written (milliseconds since 1970). */
type KeptFile = [path: string, bytes: number, modified: number];

/** A group of the new site: its line in the list, or what the line is made of when its files are written. */
type Group = string | { key: string; files: { path: string; number: number }[] };

/**
 * Files that a build writes in groups, such as all of one paper, each group under a key: a digest of everything its
 * bytes depend on. A list kept between builds says which groups the last site has; of those the new site gets hard links,
 * so that they are neither made nor written again, and the last site stays whole until it is replaced.
 *
 * A file is taken only as it was written: one that somebody changed since has another size or time, and its group is
 * made anew. So is every group where the file system has no hard links.
 */
export class KeptFiles {
  readonly #list: string;
  readonly #last: string;
  readonly #out: string;
  readonly #header: string;
  readonly #known = new Map<string, string>();
  readonly #kept: Group[] = [];
  readonly #writer = new FileWriter();
  /** Whether a file of the last site was linked already, so that the others can be. */
  #linksWork = false;

  /** `list`: the file with the list. `last`: the folder of the last site. `out`: the new folder. */
  constructor(list: string, last: string, out: string) {
    this.#list = list;
    this.#last = last;
    this.#out = out;
    this.#header = JSON.stringify({ site: last });
    const [header, ...lines] = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
    // The list of another folder is of no use; a last line that was cut off is none.
    if (header !== this.#header || lines.pop() !== '') return;
    for (const line of lines) this.#known.set(line.slice(0, line.indexOf('\t')), line);
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
    const line = this.#known.get(key);
    if (line === undefined || !this.#link(JSON.parse(line.slice(key.length + 1)) as KeptFile[])) return false;
    this.#kept.push(line);
    return true;
  }

  /** Writes a file of the new site that is not to be kept; answers its number. */
  write(...[path, parts]: File): number {
    return this.#writer.write(join(this.#out, path), parts);
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
      return `${group.key}\t${JSON.stringify(files)}`;
    });
    writeAtomically(this.#list, [this.#header, ...lines, ''].join('\n'));
  }

  /** Ends the thread that writes, whatever it has not written yet. */
  close(): Promise<void> {
    return this.#writer.close();
  }

  /** Links all of these files, or none: the first ones to find out whether they can be linked, others in their turn. */
  #link(files: readonly KeptFile[]): boolean {
    for (const [path, bytes, modified] of files) {
      const found = statSync(join(this.#last, path), { throwIfNoEntry: false });
      if (found?.size !== bytes || found.mtimeMs !== modified) return false;
    }
    if (!this.#linksWork) {
      const done = this.#linkAtOnce(files);
      this.#linksWork = done && files.length > 0;
      return done;
    }
    for (const [path] of files) this.#writer.link(join(this.#out, path), join(this.#last, path));
    return true;
  }

  #linkAtOnce(files: readonly KeptFile[]): boolean {
    const linked: string[] = [];
    try {
      for (const [path] of files) {
        const file = join(this.#out, path);
        mkdirSync(dirname(file), { recursive: true });
        linkSync(join(this.#last, path), file);
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
