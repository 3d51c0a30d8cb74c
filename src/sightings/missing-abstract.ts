import type { Note } from '#diagnostics/message-log.ts';
import { excerpt } from './excerpt.ts';

/** Says of an entry that it has no abstract, whatever the feed it is in. */
export function noteMissingAbstract(title: string, line: number, note: Note): void {
  note('warning', 'abstract-missing', line, `“${excerpt(title)}” has no abstract; it was kept without.`);
}
