import type { TermPostings } from '#search/format/term-shard.ts';
import { fuzzyWeight, prefixWeight } from '#search/options.ts';
import type { WordLeaf } from '#search/query/plan-query.ts';
import type { MatchedTerm } from '#search/query/rank.ts';
import { correctWord } from './correct-word.ts';
import type { IndexFiles } from './index-files.ts';

/** A word of a query and what was found for it. */
export interface FoundWord {
  leaf: WordLeaf;
  matches: MatchedTerm[];
  /** The words that were searched as well, because the word is unknown or rare. */
  replacements: string[];
  /** Whether the word is unfinished, unknown as it stands, and begins too many words to look at. */
  isTooShort: boolean;
}

/** Files that the words beginning with an unfinished one may take: about 100 kB. */
const maxPrefixFiles = 20;

/** Looks a word up, as a prefix where it is unfinished, and corrected where it is unknown. */
export async function lookUpWord(
  files: IndexFiles,
  leaf: WordLeaf,
  signal?: AbortSignal,
): Promise<FoundWord> {
  const { term, prefix, scores } = leaf;
  const hasManyEndings = prefix && files.countFiles(term, `${term}\uffff`) > maxPrefixFiles;
  const last = prefix && !hasManyEndings ? `${term}\uffff` : term;
  const matches = (await findTerms(files, leaf, term, last, signal)).map(({ term: match, postings }) => ({
    term: match,
    weight: match === term ? 1 : prefixWeight(match.length, term.length),
    postings,
  }));
  const isTooShort = hasManyEndings && matches.length === 0;
  const found = { leaf, matches, replacements: [], isTooShort };
  return matches.length > 0 || isTooShort || !scores ? found : withCorrections(files, found, signal);
}

/** Adds the words of the corpus that a word may be a misspelling of. */
export async function withCorrections(
  files: IndexFiles,
  found: FoundWord,
  signal?: AbortSignal,
): Promise<FoundWord> {
  const { term, prefix } = found.leaf;
  const known = new Set(found.matches.map((match) => match.term));
  const corrections = (await correctWord(files, term, prefix, signal)).filter(
    (word) => !known.has(word.term),
  );
  const added = await Promise.all(
    corrections.map(async ({ term: word, distance }) => {
      const terms = await findTerms(files, found.leaf, word, word, signal);
      return terms.map((match) => ({ ...match, weight: fuzzyWeight(word.length, distance) }));
    }),
  );
  return {
    ...found,
    matches: [...found.matches, ...added.flat()],
    replacements: added.flat().map((match) => match.term),
  };
}

/** The terms in a range that are in any of the fields where a word may be. */
async function findTerms(
  files: IndexFiles,
  { fields }: WordLeaf,
  from: string,
  to: string,
  signal?: AbortSignal,
): Promise<{ term: string; postings: TermPostings }[]> {
  const terms = await files.termsInRange(from, to, signal);
  return terms.filter(({ postings }) => fields.some((field) => postings[field] !== undefined));
}
