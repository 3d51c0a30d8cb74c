import type { PhrasingContent } from 'mdast';
import type { FormulaCache } from './formula-cache.ts';
import { maxFormulaLength } from './katex-options.ts';
import type { RestoredText } from './schema.ts';

/** A text while it is being read. */
export interface Reading {
  text: string;
  /** Finds what may be more than a character. */
  special: RegExp;
  /** The formulas by where they start. */
  regions: ReadonlyMap<number, RestoredText['formulas'][number]>;
  /** Where each opening brace of the prose is closed. */
  closers: ReadonlyMap<number, number>;
  /** Where quotation marks close, and what is written there. */
  quotes: Map<number, { length: number; mark: string }>;
  /** The last search for each terminator: from where, and what was found. */
  found: Map<string, { from: number; at: number }>;
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

/**
 * Where `terminator` stands at or after `from`, before `to` and within the length of a formula; -1 if it does not.
 * Linear over all calls with one terminator, as the text is read from left to right.
 */
export function find(reading: Reading, terminator: string, from: number, to: number): number {
  let last = reading.found.get(terminator);
  if (!last || from < last.from || (last.at >= 0 && last.at < from)) {
    last = { from, at: reading.text.indexOf(terminator, from) };
    reading.found.set(terminator, last);
  }
  return last.at < to && last.at - from <= maxFormulaLength ? last.at : -1;
}

/** Pairs the braces of the prose: escaped ones and those in formulas are none. */
export function closersOf(text: string, regions: Reading['regions']): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  const token = /\\[\s\S]|[{}$]/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const region = regions.get(match.index);
    if (region && region.end > match.index) {
      token.lastIndex = region.end;
    } else if (match[0] === '{') {
      open.push(match.index);
    } else if (match[0] === '}') {
      const start = open.pop();
      if (start !== undefined) closers.set(start, match.index);
    }
  }
  return closers;
}
