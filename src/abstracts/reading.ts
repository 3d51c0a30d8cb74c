import type { PhrasingContent } from 'mdast';
import type { FormulaCache } from './formula-cache.ts';
import type { RestoredText } from './schema.ts';

/** A text while it is being read. */
export interface Reading {
  text: string;
  /** The formulas by where they start. */
  regions: ReadonlyMap<number, RestoredText['formulas'][number]>;
  /** Where each opening brace of the prose is closed. */
  closers: ReadonlyMap<number, number>;
  /** Where quotation marks close, and what is written there. */
  quotes: Map<number, { length: number; mark: string }>;
  /** Terminators that do not occur again, so that nobody searches for them twice. */
  missing: Set<string>;
  formulas: FormulaCache;
  formulaCount: number;
  messages: string[];
  /** Reads a range. `inGroup`: a declaration such as `\em` counts to its end. */
  inline(from: number, to: number, depth: number, inGroup: boolean): PhrasingContent[];
}

/** Where a command stands: `end` is behind its name, `to` the end of the range that is being read. */
export interface Place {
  name: string;
  at: number;
  end: number;
  to: number;
  depth: number;
  inGroup: boolean;
}

/** What formulas are that feeds did not damage. */
export const survived = { display: false, reconstructed: false, lossy: false };

/** Braces nested deeper than this are characters. */
export const maxDepth = 24;

/** The range of the group that opens at `at`, braces excluded, if it ends before `to`. */
export function groupAt(reading: Reading, at: number, to: number): { from: number; to: number } | null {
  const close = reading.closers.get(at);
  return close !== undefined && close < to ? { from: at + 1, to: close } : null;
}

/** Where `terminator` stands at or after `from` and before `to`, or -1. Linear over all calls with one terminator. */
export function find(reading: Reading, terminator: string, from: number, to: number): number {
  if (reading.missing.has(terminator)) return -1;
  const found = reading.text.indexOf(terminator, from);
  if (found < 0) reading.missing.add(terminator);
  return found < to ? found : -1;
}

/** Pairs the braces of the prose: escaped ones and those in formulas are none. */
export function closersOf(text: string, regions: Reading['regions']): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const region = regions.get(at);
    if (region && region.end > at) {
      at = region.end - 1;
      continue;
    }
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) closers.set(start, at);
    }
  }
  return closers;
}
