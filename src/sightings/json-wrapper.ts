import { closingQuote } from './json-elements.ts';
import { isRecord, type JsonRecord } from './record.ts';

/** The field of an object that holds the list of records: the longest list of objects or texts; null for none. */
export function listKey(wrapper: JsonRecord): string | null {
  let best: string | null = null;
  let length = -1;
  for (const [key, value] of Object.entries(wrapper)) {
    if (!Array.isArray(value) || value.length <= length) continue;
    const [first] = value;
    if (first !== undefined && !isRecord(first) && typeof first !== 'string') continue;
    best = key;
    length = value.length;
  }
  return best;
}

/**
 * The index behind the `[` of the list that a field of the outermost object holds, or of its first list for the key
 * null; -1 for none. Works on a damaged object, as far as it is whole.
 */
export function listStart(text: string, key: string | null): number {
  const token = /["[\]{}]/g;
  let depth = 0;
  let lastString = '';
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { index } = match;
    if (match[0] === '"') {
      const end = closingQuote(text, index + 1);
      if (end < 0) return -1;
      lastString = text.slice(index, end + 1);
      token.lastIndex = end + 1;
    } else if (match[0] === '{') depth += 1;
    else if (match[0] === '[') {
      if (depth === 1 && (key === null || lastString === JSON.stringify(key))) return index + 1;
      depth += 1;
    } else depth -= 1;
  }
  return -1;
}
