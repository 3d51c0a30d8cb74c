/** A stretch of TeX mathematics: the outer range with its delimiters, the inner range without, in UTF-16 units. */
export interface MathRegion {
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
}

const delimiters = [
  { open: '$$', close: '$$' },
  { open: '$', close: '$' },
  { open: '\\(', close: '\\)' },
  { open: '\\[', close: '\\]' },
] as const;

/**
 * The `$…$`, `$$…$$`, `\(…\)` and `\[…\]` of a TeX text, in order and never nested.
 *
 * An escaped dollar opens and closes nothing; a delimiter without a partner is prose. Linear in the length of the text.
 */
export function mathRegions(text: string): MathRegion[] {
  const regions: MathRegion[] = [];
  const unclosed = new Set<string>();
  for (let at = nextSpecial(text, 0); at < text.length; at = nextSpecial(text, at)) {
    const found = delimiters.find(({ open }) => text.startsWith(open, at) && !unclosed.has(open));
    if (!found) {
      at += text[at] === '\\' ? 2 : 1;
      continue;
    }
    const innerStart = at + found.open.length;
    const innerEnd = closing(text, innerStart, found.close);
    if (innerEnd < 0) {
      unclosed.add(found.open);
      at = innerStart;
      continue;
    }
    const end = innerEnd + found.close.length;
    regions.push({ start: at, end, innerStart, innerEnd });
    at = end;
  }
  return regions;
}

/** Where the next dollar or backslash stands at or after `from`, or the end of the text. */
function nextSpecial(text: string, from: number): number {
  const special = /[$\\]/g;
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

/** Where an unescaped `close` stands at or after `from`, or -1. */
function closing(text: string, from: number, close: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(close, at)) return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}
