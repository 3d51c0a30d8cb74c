import type { PhrasingBuilder } from './phrasing-builder.ts';
import type { Reading } from './reading.ts';

const maxQuotation = 600;

/**
 * Reads a quotation mark: ``` ``x'' ```, ``` ``x" ```, `''x''`, `"x''` and `` `x' `` pair up, the mark of ``` x`s ```
 * is an apostrophe, every other one is what it is.
 *
 * @returns where it ends; `at` when it stays as it is.
 */
export function readQuote(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  const { text, quotes } = reading;
  const closing = quotes.get(at);
  if (closing && at + closing.length <= to) {
    out.text(closing.mark);
    return at + closing.length;
  }
  const limit = Math.min(to, at + maxQuotation);
  if (text.startsWith('``', at) || opensDoubled(text, at)) {
    const close = /''|"/.exec(text.slice(at + 2, limit));
    if (!close) return at;
    quotes.set(at + 2 + close.index, { length: close[0].length, mark: '”' });
    out.text('“');
    return at + 2;
  }
  if (text[at] === '"') return readMixedQuote(reading, at, limit, out);
  if (text[at] !== '`') return at;
  if (/^\p{L}`s(?!\p{L})/u.test(text.slice(at - 1, at + 3))) {
    out.text('’');
    return at + 1;
  }
  const close = /^[^\s`'](?:[^`']|'(?=\p{L}))*'(?!\p{L})/u.exec(text.slice(at + 1, limit));
  if (!close || /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return at;
  quotes.set(at + close[0].length, { length: 1, mark: '’' });
  out.text('‘');
  return at + 1;
}

/** Reads the mark before a word that `''` is the next one after. */
function readMixedQuote({ text, quotes }: Reading, at: number, limit: number, out: PhrasingBuilder): number {
  const close =
    /[\s([]/.test(text[at - 1] ?? ' ') && /^[^\s"`](?:[^"`']|'(?!'))*''(?!')/.exec(text.slice(at + 1, limit));
  if (!close) return at;
  quotes.set(at + close[0].length - 1, { length: 2, mark: '”' });
  out.text('“');
  return at + 1;
}

/** `''` where a word begins. */
function opensDoubled(text: string, at: number): boolean {
  return (
    text.startsWith("''", at) && /[\s([]/.test(text[at - 1] ?? ' ') && /[^\s']/.test(text[at + 2] ?? ' ')
  );
}

/** Reads `--` and `---`; a longer row, a command line's `--flag` and a comment's `-->` stay. */
export function readDashes(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  const { text } = reading;
  let end = at;
  while (end < to && text[end] === '-') end++;
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const isFlag = end - at === 2 && /[\s(["'`]/.test(before) && /[\p{L}\p{N}]/u.test(after);
  const stays = end - at > 3 || isFlag || before === '!' || after === '>';
  out.text(stays ? text.slice(at, end) : end - at === 3 ? '—' : '–');
  return end;
}

/**
 * Reads `~`: between words a blank that keeps them on one line, before a blank or punctuation nothing more than that,
 * else (`~5`, `3~10`) the sign for about.
 */
export function readTie(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  const before = reading.text[at - 1] ?? ' ';
  const after = at + 1 < to ? reading.text[at + 1]! : ' ';
  const ties = /[\p{L}\p{N}.,;:)\]}'"$-]/u.test(before) && /[\p{L}\p{N}([{\\$"'`-]/u.test(after);
  if (/[^\s\d]/.test(before) && /[\s,.;:)]/.test(after) && before !== '~') return at + 1;
  if (!ties || (/\d/.test(before) && /\d/.test(after))) return at;
  out.text('\u00a0');
  return at + 1;
}
