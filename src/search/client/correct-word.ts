import { editDistances } from '#search/query/edit-distance.ts';
import type { VocabularyWord } from '#search/format/vocabulary.ts';
import type { IndexFiles } from './index-files.ts';

/** A word of the corpus that an unknown one may stand for. */
export interface Correction {
  term: string;
  distance: number;
}

/** Corrections tried for one word. */
const maxCorrections = 3;

/** Edits that are forgiven in a word: none in the shortest, as MiniSearch's fuzziness of 0.2 has it in the others. */
function maxEdits(term: string): number {
  return term.length < 4 ? 0 : Math.min(2, Math.round(term.length * 0.2));
}

/** The share of papers that has a word which may well be the one that was meant, so that no other is looked for. */
const commonShare = 0.01;

const reverse = (word: string): string => [...word].reverse().join('');

/** A word with the two letters in its middle swapped. */
function middleSwapped(word: string): string {
  const middle = word.length / 2;
  return word.slice(0, middle - 1) + word[middle]! + word[middle - 1]! + word.slice(middle + 1);
}

/**
 * The words of the corpus nearest to an unknown one, common ones first. With one edit either the beginning or the end
 * of the word is intact, but for a swap in its middle, so the words with its beginning are searched first, and, unless
 * there is a common one, those with its end.
 *
 * @param prefix whether the word may be unfinished: then words that begin almost like it count too.
 */
export async function correctWord(
  files: IndexFiles,
  term: string,
  prefix: boolean,
  signal?: AbortSignal,
): Promise<Correction[]> {
  const limit = maxEdits(term);
  if (limit === 0) return [];
  const intact = term.length < 6 ? 2 : 3;
  const nearest = (words: readonly VocabularyWord[], read: (word: string) => string) =>
    words
      .map(({ term: word, documents }) => {
        const distances = editDistances(term, read(word), limit);
        const isBeginning = prefix && distances.prefix <= 1 && distances.prefix < distances.whole;
        return {
          term: read(word),
          documents,
          distance: isBeginning ? distances.prefix + 0.5 : distances.whole,
        };
      })
      .filter(({ distance }) => distance > 0 && distance <= limit + 0.5);
  const beginningLike = async (word: string) =>
    nearest(await files.wordsWithPrefix(word.slice(0, intact), false, signal), (found) => found);
  const endingLike = async (word: string) =>
    nearest(await files.wordsWithPrefix(reverse(word).slice(0, intact), true, signal), reverse);

  let found = await beginningLike(term);
  const common = commonShare * files.manifest.documentCount;
  if (!found.some(({ distance, documents }) => distance < 2 && documents >= common)) {
    const others = [endingLike(term)];
    if (term.length === 2 * intact) others.push(beginningLike(middleSwapped(term)));
    found = found.concat(...(await Promise.all(others)));
  }
  const best = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === best)
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .filter(({ term: word }, i, all) => all.findIndex((other) => other.term === word) === i)
    .slice(0, maxCorrections)
    .map(({ term: word, distance }) => ({ term: word, distance: Math.floor(distance) || 1 }));
}
