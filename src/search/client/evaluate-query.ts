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
}

/** A word in no more papers than this may be a typo that a paper shares. */
const maxSuspiciousDocuments = 2;

const emptyRanking: Ranking = {
  documents: new Uint32Array(),
  scores: new Float64Array(),
  bits: new Int32Array(),
};

/** Looks a query up and ranks it: all words must match, else corrected ones, else any of them. */
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
  const clauses = withoutTooShort(plan.clauses, words);
  const isAnswerable = clauses.some(({ negated }) => !negated);
  let ranking = isAnswerable ? rank(files, words, filters, clauses) : emptyRanking;
  let match: Evaluation['match'] = 'all';
  if (isAnswerable && ranking.documents.length === 0) {
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
    notes: [
      ...plan.notes,
      ...plan.filters.flatMap((leaf, i) => notesOnId(leaf, filters[i]!)),
      ...words.flatMap(notesOn),
    ],
  };
}

function findFilters(files: IndexFiles, plan: Plan, signal?: AbortSignal): Promise<Finding[]> {
  return Promise.all(
    plan.filters.map(async ({ bit, ranges, documents }) => {
      const found = await Promise.all(ranges.map(({ from, to }) => files.termsInRange(from, to, signal)));
      const matches = found.flat().map((match) => ({ ...match, weight: 0 }));
      return { bit, source: null, scores: false, fields: filterFields, matches, documents };
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

/** The clauses without what cannot be looked for yet, as if it had not been typed. */
function withoutTooShort(clauses: readonly PlannedClause[], words: readonly FoundWord[]): PlannedClause[] {
  const skipped = words.reduce((bits, { leaf, isTooShort }) => (isTooShort ? bits | leaf.bit : bits), 0);
  return clauses
    .map(({ alternatives, negated }) => ({
      alternatives: alternatives
        .map(({ mask, phrase }) => ({ mask: mask & ~skipped, phrase }))
        .filter(({ mask }) => mask !== 0),
      negated,
    }))
    .filter(({ alternatives }) => alternatives.length > 0);
}

/** The clauses of a query when any of its words is enough: filters and exclusions still hold. */
function anyWordClauses(clauses: readonly PlannedClause[], words: readonly FoundWord[]): PlannedClause[] {
  const bits = words.filter(({ leaf }) => leaf.scores).map(({ leaf }) => leaf.bit);
  const wordBits = bits.reduce((all, bit) => all | bit, 0);
  const kept = clauses.filter(
    ({ alternatives, negated }) => negated || alternatives.some(({ mask }) => (mask & wordBits) === 0),
  );
  return [...kept, { alternatives: bits.map((mask) => ({ mask, phrase: null })), negated: false }];
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
function notesOnId({ arxivId }: Plan['filters'][number], { matches }: Finding): string[] {
  if (arxivId === null || matches.length > 0) return [];
  return [`No paper is known here by the arXiv id ${arxivId}; words of its title may find it.`];
}

function notesOn({ leaf: { term }, replacements, isTooShort }: FoundWord): string[] {
  if (isTooShort) return [`“${term}” begins too many words; type on.`];
  if (replacements.length === 0) return [];
  return [`“${term}” is rare or unknown here; also searched: ${replacements.join(', ')}.`];
}
