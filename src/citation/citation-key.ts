import type { CitationRecord } from './schema.ts';
import { splitName } from './names.ts';

const emptyWords = new Set(
  'a an and at by de for from how in is of on or the to towards via what when why with'.split(' '),
);

function citationKey({ authors, date, title, slug }: CitationRecord): string {
  const name = authors[0] === undefined ? null : splitName(authors[0]);
  const family = name === null ? '' : 'literal' in name ? name.literal : name.family;
  const word = firstWord(title);
  const key = asciiLetters(family) + (date?.slice(0, 4) ?? '') + word;
  return /[a-z]/.test(key) ? key : slug;
}

/** The first word of a title that says something, or nothing. */
function firstWord(title: string): string {
  for (const word of title.split(/[^\p{L}\p{N}]+/u)) {
    const letters = asciiLetters(word);
    if (letters.length > 1 && !emptyWords.has(letters)) return letters;
  }
  return '';
}

/**
 * The keys of papers, in their order: first author's family name, year and first word of the title
 * (`lovelace2025roots`), as far as known; where keys of the list agree, the slugs.
 */
export function citationKeys(records: readonly CitationRecord[]): string[] {
  const keys = records.map(citationKey);
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return keys.map((key, index) => (count.get(key) === 1 ? key : records[index]!.slug));
}

function asciiLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
