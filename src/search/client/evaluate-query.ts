import { parseQuery } from '#search/query/parse-query.ts';
import { planQuery, type Plan, type PlannedClause } from '#search/query/plan-query.ts';
import { combine, filterFields, scoreCandidates, type Finding, type Ranking } from '#search/query/rank.ts';
import type { IndexFiles } from './index-files.ts';
import { lookUpWord, withCorrections, type FoundWord } from './look-up-word.ts';

/** What a query found before any document was loaded: all matching documents, unsorted. */
export interface Evaluation {
  clauses: readonly PlannedClause[];
  ranking: Ranking;
  /** `any`: no paper has all words, so those with any of them are given. */
  match: 'all' | 'any';
  /** The number of a word of the query by each term of the index that matched it. */
  matchedTerms: Map<string, number>;
  /** What was searched in place of each word that was corrected. */
  replacements: Map<string, readonly string[]>;
  notes: string[];
  topicsMeant: Plan['topicsMeant'];
}

/** A word in no more papers than this may be a typo that a paper shares. */
const maxSuspiciousDocuments = 2;

const emptyRanking: Ranking = {
  documents: new Uint32Array(),
  scores: new Float64Array(),
  bits: new Int32Array(),
};

const idAlone = 'Found by the arXiv id alone, as the other words are not all in the paper.';

/**
 * Looks a query up and ranks it: all words must match, else corrected ones, else any of them. An arXiv id says more
 * than words do, as in a pasted reference: the paper that has it is found whatever the words are, and papers are found
 * by the words when none has it.
 */
export async function evaluateQuery(
  files: IndexFiles,
  text: string,
  signal?: AbortSignal,
): Promise<Evaluation> {
  const plan = planQuery(parseQuery(text), files.core);
  const [known, filters] = await Promise.all([
    Promise.all(plan.words.map((leaf) => lookUpWord(files, leaf, signal))),
    findFilters(files, plan, signal),
  ]);
  let words = known;
  let clauses = withoutUnsearchable(plan.clauses, words, filters);
  const isAnswerable = clauses.some(({ negated }) => !negated);
  let ranking = isAnswerable ? rank(files, words, filters, clauses) : emptyRanking;
  let match: Evaluation['match'] = 'all';
  const ownNotes: string[] = [];
  if (ranking.documents.length === 0 && asksForKnownId(clauses, filters)) {
    clauses = withoutWords(clauses, words);
    ranking = rank(files, words, filters, clauses);
    if (ranking.documents.length > 0) ownNotes.push(idAlone);
  } else if (isAnswerable && ranking.documents.length === 0) {
    words = await Promise.all(
      words.map((word) => (isSuspicious(word) ? withCorrections(files, word, signal) : word)),
    );
    if (words.some(({ replacements }) => replacements.length > 0))
      ranking = rank(files, words, filters, clauses);
    if (ranking.documents.length === 0 && words.filter(({ leaf }) => leaf.scores).length > 1) {
      ranking = rank(files, words, filters, anyWordClauses(clauses, words));
      if (ranking.documents.length > 0) match = 'any';
    }
  }
  return {
    clauses,
    ranking,
    match,
    matchedTerms: groupTerms(words),
    replacements: new Map(
      words
        .filter(({ replacements }) => replacements.length > 0)
        .map(({ leaf, replacements }) => [leaf.term, replacements]),
    ),
    notes: [...plan.notes, ...filters.flatMap(notesOnId), ...ownNotes, ...words.flatMap(notesOn)],
    topicsMeant: plan.topicsMeant,
  };
}

/** What was found of a filter, and the arXiv id, where it is one. */
type FoundFilter = Finding & { arxivId: string | null };

function findFilters(files: IndexFiles, plan: Plan, signal?: AbortSignal): Promise<FoundFilter[]> {
  return Promise.all(
    plan.filters.map(async ({ bit, ranges, documents, arxivId }) => {
      const found = await Promise.all(ranges.map(({ from, to }) => files.termsInRange(from, to, signal)));
      const matches = found.flat().map((match) => ({ ...match, weight: 0 }));
      return { bit, source: null, scores: false, fields: filterFields, matches, documents, arxivId };
    }),
  );
}

function rank(
  { candidates, core }: IndexFiles,
  words: readonly FoundWord[],
  filters: readonly Finding[],
  clauses: readonly PlannedClause[],
): Ranking {
  const findings: Finding[] = words.map(({ leaf: { bit, term, fields, scores }, matches }) => ({
    bit,
    source: term,
    scores,
    fields,
    matches,
    documents: [],
  }));
  findings.push(...filters);
  scoreCandidates(candidates, findings, clauses, core.averageLengths);
  return combine(candidates, findings, clauses);
}

function isSuspicious({ leaf, matches, replacements }: FoundWord): boolean {
  if (!leaf.scores || matches.length === 0 || replacements.length > 0) return false;
  return matches.every(({ postings }) =>
    postings.every((list) => !list || list.documents.length <= maxSuspiciousDocuments),
  );
}

const isUnknownId = ({ arxivId, matches }: FoundFilter): boolean => arxivId !== null && matches.length === 0;

function asksForKnownId(clauses: readonly PlannedClause[], filters: readonly FoundFilter[]): boolean {
  const ids = bitsOf(filters.filter((filter) => filter.arxivId !== null && !isUnknownId(filter)));
  return clauses.some(
    ({ alternatives, negated }) => !negated && alternatives.some(({ mask }) => (mask & ids) !== 0),
  );
}

/** The clauses without words that cannot be looked for yet and ids that no paper has, as if they had not been typed. */
function withoutUnsearchable(
  clauses: readonly PlannedClause[],
  words: readonly FoundWord[],
  filters: readonly FoundFilter[],
): PlannedClause[] {
  const skipped = bitsOf([
    ...words.filter(({ isTooShort }) => isTooShort).map(({ leaf }) => leaf),
    ...filters.filter(isUnknownId),
  ]);
  return clauses
    .map(({ alternatives, negated }) => ({
      alternatives: alternatives
        .map(({ mask, phrase }) => ({ mask: mask & ~skipped, phrase }))
        .filter(({ mask }) => mask !== 0),
      negated,
    }))
    .filter(({ alternatives }) => alternatives.length > 0);
}

const bitsOf = (leaves: readonly { bit: number }[]): number =>
  leaves.reduce((bits, { bit }) => bits | bit, 0);

/** The clauses that say something else than what words are in a paper. */
function withoutWords(clauses: readonly PlannedClause[], words: readonly FoundWord[]): PlannedClause[] {
  const wordBits = bitsOf(words.filter(({ leaf }) => leaf.scores).map(({ leaf }) => leaf));
  return clauses.filter(
    ({ alternatives, negated }) => negated || alternatives.some(({ mask }) => (mask & wordBits) === 0),
  );
}

/** The clauses of a query when any of its words is enough: filters and exclusions still hold. */
function anyWordClauses(clauses: readonly PlannedClause[], words: readonly FoundWord[]): PlannedClause[] {
  const scoring = words.filter(({ leaf }) => leaf.scores);
  const alternatives = scoring.map(({ leaf }) => ({ mask: leaf.bit, phrase: null }));
  return [...withoutWords(clauses, words), { alternatives, negated: false }];
}

function groupTerms(words: readonly FoundWord[]): Map<string, number> {
  const scoring = words.filter(({ leaf }) => leaf.scores);
  const sources = [...new Set(scoring.map(({ leaf }) => leaf.term))];
  return new Map(
    scoring.flatMap(({ leaf, matches }) =>
      matches.map(({ term }) => [term, sources.indexOf(leaf.term)] as const),
    ),
  );
}

/** Papers of scraped pages have no id, so an unknown one need not mean that its paper is missing. */
function notesOnId(filter: FoundFilter): string[] {
  if (!isUnknownId(filter)) return [];
  return [`No paper is known here by the arXiv id ${filter.arxivId}; words of its title may find it.`];
}

function notesOn({ leaf: { term }, replacements, isTooShort }: FoundWord): string[] {
  if (isTooShort) return [`“${term}” begins too many words; type on.`];
  if (replacements.length === 0) return [];
  return [`“${term}” is rare or unknown here; also searched: ${replacements.join(', ')}.`];
}
