import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './atomic-write.ts';
import type { DayFile, Source } from './source.ts';

/** Days that were asked for long after their time and had no papers, one a line: they are not asked for again. */
const emptyDaysFile = '.empty-days';
/**
 * Days that gave no usable answer yet, or were not asked for since others gave none, one a line: they are asked again.
 */
const failedDaysFile = '.failed-days';

/** The downloaded days of one source in a content folder. */
export class DayStore {
  readonly #folder: string;
  readonly #source: Source;
  readonly #emptyDays: Set<string>;
  readonly #failedDays: Set<string>;

  constructor(contentFolder: string, source: Source) {
    this.#folder = join(contentFolder, 'feeds', ...source.folder.split('/'));
    this.#source = source;
    this.#emptyDays = this.#readDays(emptyDaysFile);
    this.#failedDays = this.#readDays(failedDaysFile);
  }

  /** The newest day of which there is a file; null when there is none. */
  newestDay(): string | null {
    if (!existsSync(this.#folder)) return null;
    const days = readdirSync(this.#folder).flatMap((name) => /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? []);
    return days.reduce<string | null>(
      (newest, day) => (newest === null || day > newest ? day : newest),
      null,
    );
  }

  /** The files of a day; null when one is missing. */
  read(day: string): DayFile[] | null {
    const first = this.#readFile(this.#source.firstName(day));
    if (first === null) return null;
    const files: DayFile[] = [];
    for (const name of this.#source.namesOfDay(day, first) ?? []) {
      const body = this.#readFile(name);
      if (body === null) return null;
      files.push({ name, body });
    }
    return files.length === 0 ? null : files;
  }

  /** Writes the files of a day, each whole or not at all, and removes those that the day no longer has. */
  write(day: string, files: readonly DayFile[]): void {
    for (const { name, body } of files) writeAtomically(join(this.#folder, name), body);
    const names = new Set(files.map(({ name }) => name));
    for (const name of readdirSync(this.#folder))
      if (name.startsWith(day) && !names.has(name)) rmSync(join(this.#folder, name));
  }

  isKnownEmpty(day: string): boolean {
    return this.#emptyDays.has(day);
  }

  rememberEmpty(day: string): void {
    this.#emptyDays.add(day);
    this.#writeDays(emptyDaysFile, this.#emptyDays);
  }

  /** The days that gave no usable answer yet, the oldest first. */
  get failedDays(): string[] {
    return [...this.#failedDays].sort();
  }

  /** Remembers that days still want a usable answer, or that they do not. */
  rememberFailures(days: readonly string[], failed: boolean): void {
    const changed = days.filter((day) => failed !== this.#failedDays.has(day));
    if (changed.length === 0) return;
    for (const day of changed)
      if (failed) this.#failedDays.add(day);
      else this.#failedDays.delete(day);
    this.#writeDays(failedDaysFile, this.#failedDays);
  }

  #readDays(name: string): Set<string> {
    const list = join(this.#folder, name);
    return new Set(existsSync(list) ? readFileSync(list, 'utf8').split(/\s+/).filter(Boolean) : []);
  }

  #writeDays(name: string, days: ReadonlySet<string>): void {
    writeAtomically(
      join(this.#folder, name),
      [...days]
        .sort()
        .map((day) => `${day}\n`)
        .join(''),
    );
  }

  #readFile(name: string): Uint8Array | null {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file) : null;
  }
}
