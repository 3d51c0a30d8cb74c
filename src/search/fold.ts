import { symbolNames } from './symbols.ts';

const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function foldUnicode(word: string): string[] {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter);
  return plain
    .replace(/[α-ω∞∇∂]/g, (symbol) => ` ${symbolNames.get(symbol) ?? symbol} `)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term !== '');
}

/**
 * The search terms in one word: lower case, without diacritics, symbols by their names. Nearly always one term;
 * `εδ` are two.
 */
export function fold(word: string): string[] {
  return /^[a-z0-9]+$/i.test(word) ? [word.toLowerCase()] : foldUnicode(word);
}
