import { hashString } from './hash.ts';

export const wordRowCount = 1 << 16;
const maxRows = 26;

/**
 * The rows of the embedding table that describe a word: the whole word first, then its parts (lower case,
 * first and last letters, all runs of three and four characters with the borders marked).
 */
export function wordRows(word: string): Uint16Array {
  const rows = [hashString(word, 1)];
  if (word.length >= 2) {
    rows.push(
      hashString(word.toLowerCase(), 2),
      hashString(word.slice(0, 1), 3),
      hashString(word.slice(0, 2), 4),
    );
    rows.push(hashString(word.slice(-1), 5), hashString(word.slice(-2), 6));
    const marked = `<${word}>`;
    for (let at = 0; at + 3 <= marked.length && rows.length < maxRows; at++) {
      rows.push(hashString(marked.slice(at, at + 3), 7));
      if (at + 4 <= marked.length) rows.push(hashString(marked.slice(at, at + 4), 7));
    }
  }
  return Uint16Array.from(rows, (hash) => hash % wordRowCount);
}
