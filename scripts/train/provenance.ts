import { mathRegions } from '#restore/math-regions.ts';

/** A damaged text that knows where its characters come from. */
export interface DamagedText {
  text: string;
  /** `source[i]`: index in the original of character `i` of `text`. */
  source: number[];
  /** Per character of the original: 1 when the first pass took it (`\name{` and its `}`), else 0. */
  takenWithCommand: Uint8Array;
}

/** A formula of the original, in the coordinates of the damaged text. */
export interface GoldSpan {
  start: number;
  end: number;
  tex: string;
  /** Range of `tex` in the original. */
  originalStart: number;
  originalEnd: number;
}

/**
 * Applies `damage` to an original, with white space collapsed, and records the provenance of every character
 * that is left. Dollars pair one by one as in the shared scorer, so that `$$` is an empty pair.
 */
export function damageWithProvenance(original: string): DamagedText {
  const takenWithCommand = new Uint8Array(original.length);
  const kept = new Uint8Array(original.length).fill(1);
  for (const match of original.matchAll(/\\[a-zA-Z]+\{([^}]*)\}/g)) {
    const end = match.index + match[0].length;
    takenWithCommand.fill(1, match.index, end - 1 - match[1]!.length);
    takenWithCommand[end - 1] = 1;
  }
  let left: number[] = [];
  for (let i = 0; i < original.length; i++) if (!takenWithCommand[i]) left.push(i);
  let open = -1;
  left.forEach((i, k) => {
    if (original[i] !== '$') return;
    if (open < 0) {
      open = k;
      return;
    }
    kept[left[open]!] = kept[i] = 0;
    for (let inner = open + 1; inner < k; inner++)
      if (original[left[inner]!] === '\\') kept[left[inner]!] = 0;
    open = -1;
  });
  left = left.filter((i) => kept[i]);
  let text = '';
  const source: number[] = [];
  for (const i of left) {
    const space = /\s/.test(original[i]!);
    if (space && (text === '' || text.endsWith(' '))) continue;
    text += space ? ' ' : original[i]!;
    source.push(i);
  }
  if (text.endsWith(' ')) {
    text = text.slice(0, -1);
    source.pop();
  }
  return { text, source, takenWithCommand };
}

/** The formulas of an original over its damaged text, without spaces at their ends; touching ones are one. */
export function goldSpans(original: string, damaged: DamagedText): GoldSpan[] {
  const spans: GoldSpan[] = [];
  let at = 0;
  const { text, source } = damaged;
  for (const { innerStart, innerEnd } of mathRegions(original)) {
    while (at < source.length && source[at]! < innerStart) at++;
    let start = at;
    while (at < source.length && source[at]! < innerEnd) at++;
    let end = at;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last?.end === start) {
      last.end = end;
      last.tex += ` ${original.slice(innerStart, innerEnd)}`;
      last.originalEnd = innerEnd;
    } else {
      spans.push({
        start,
        end,
        tex: original.slice(innerStart, innerEnd),
        originalStart: innerStart,
        originalEnd: innerEnd,
      });
    }
  }
  return spans;
}
