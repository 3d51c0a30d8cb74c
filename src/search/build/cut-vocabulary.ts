import { shortestSeparator } from '#search/format/term-list.ts';
import { encodeVocabulary, type VocabularyWord } from '#search/format/vocabulary.ts';

/** One file of the vocabulary before compression. */
export interface CutWords {
  /** Not above its first word, above the last word of the file before. */
  label: string;
  payload: Uint8Array;
}

/** Cuts words into files by range; they must ascend by code units. */
export function cutVocabulary(words: readonly VocabularyWord[], maxWordsPerFile: number): CutWords[] {
  const files: CutWords[] = [];
  for (let start = 0; start < words.length; start += maxWordsPerFile) {
    const part = words.slice(start, start + maxWordsPerFile);
    const label = shortestSeparator(words[start - 1]?.term ?? '', (part[0] as VocabularyWord).term);
    files.push({ label, payload: encodeVocabulary(part) });
  }
  return files;
}

/** The same words spelt backwards, in their own order. */
export function reverseWords(words: readonly VocabularyWord[]): VocabularyWord[] {
  return words
    .map(({ term, documents }) => ({ term: [...term].reverse().join(''), documents }))
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}
