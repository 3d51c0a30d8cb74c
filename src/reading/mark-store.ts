import { type MarkKind, type Marks, mergeMarks, readMarks, setMark, writeMarks } from './marks.ts';

/** The marks of this browser for this site. */
export interface MarkStore {
  marks(): Marks;
  /** Gives a paper a mark, or takes it. Returns the instant of the mark that it had. */
  toggle(slug: string, kind: MarkKind): string | undefined;
  /** Gives a paper a mark with this instant again, or takes it again: see `toggle`. */
  restore(slug: string, kind: MarkKind, instant: string | undefined): void;
  add(others: Marks): void;
  /** Calls back after every change, also one made in another tab. */
  onChange(callback: () => void): void;
}

/**
 * Keeps marks in a storage under a key of its own for each site, since several sites may share an origin. Each change
 * starts from what is stored, so that tabs do not undo each other. Where nothing can be stored (private windows), marks
 * hold for this page, and `tellNotKept` is called.
 */
export function createMarkStore(
  storage: Storage | null,
  base: string,
  now: () => Date,
  tellNotKept: () => void,
): MarkStore {
  const key = `paper-digest.marks ${base}`;
  const callbacks: (() => void)[] = [];
  let unstored: Marks | null = null;
  const marks = (): Marks => unstored ?? readMarks(storage?.getItem(key) ?? null);
  const keep = (next: Marks): void => {
    try {
      if (storage === null) throw new Error('This browser lets nothing be stored.');
      storage.setItem(key, writeMarks(next));
      unstored = null;
    } catch {
      unstored = next;
      tellNotKept();
    }
    callbacks.forEach((callback) => callback());
  };
  globalThis.addEventListener?.('storage', (event) => {
    const { key: changed } = event as StorageEvent;
    if (changed === key || changed === null) callbacks.forEach((callback) => callback());
  });
  return {
    marks,
    toggle: (slug, kind) => {
      const given = marks().get(slug)?.[kind];
      keep(setMark(marks(), slug, kind, given === undefined ? now().toISOString() : undefined));
      return given;
    },
    restore: (slug, kind, instant) => keep(setMark(marks(), slug, kind, instant)),
    add: (others) => keep(mergeMarks(marks(), others)),
    onChange: (callback) => callbacks.push(callback),
  };
}

let shared: MarkStore | null = null;

/** The one store of the page, for all its scripts. `base` is the site's base path. */
export function pageMarkStore(base: string): MarkStore {
  return (shared ??= createMarkStore(
    browserStorage(),
    base,
    () => new Date(),
    () => void import('./not-kept.ts'),
  ));
}

/** The browser's storage, or null where even asking for it is refused. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
