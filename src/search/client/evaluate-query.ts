import { fuzzyWeight, prefixWeight } from '#search/options.ts';
import { parseQuery } from '#search/query/parse-query.ts';
import { planQuery, type Plan, type WordLeaf } from '#search/query/plan-query.ts';
import {
  combine,
  filterFields,
  scoreCandidates,
  type Finding,
  type MatchedTerm,
  type Ranking,
} from '#search/query/rank.ts';
import { correctWord } from './correct-word.ts';
import type { IndexFiles } from './index-files.ts';

/** What a query found before any document was loaded: all matching documents, unsorted. */
export interface Evaluation {
  plan: Plan;
  ranking: Ranking;
  /** `any`: no paper has all words, so those with any of them are given. */
  match: 'all' | 'any';
  /** Words that are not in the corpus, and what was searched in their place. */
  corrections: { word: string; replacements: string[] }[];
  /** The number of a word of the query by each term of the index that matched it. */
  matchedTerms: Map<string, number>;
  notes: string[];
}

/** A word in no more papers than this may be a typo that a paper shares. */
const maxSuspiciousDocuments = 2;

function documentsWith(matches: readonly MatchedTerm[]): number {
  return Math.max(
    0,
    ...matches.flatMap(({ postings }) => postings.map((list) => list?.documents.length ?? 0)),
  );
}

async function findWord(
  files: IndexFiles,
  { term, prefix }: WordLeaf,
  signal?: AbortSignal,
): Promise<MatchedTerm[]> {
  const found = await files.termsInRange(term, prefix ? `${term}\uffff` : term, signal);
  return found.map(({ term: match, postings }) => ({
    term: match,
    weight: match === term ? 1 : prefixWeight(match.length, term.length),
    postings,
  }));
}

async function findCorrections(
  files: IndexFiles,
  { term, prefix }: WordLeaf,
  signal?: AbortSignal,
): Promise<MatchedTerm[]> {
  const corrections = await correctWord(files, term, prefix, signal);
  const found = await Promise.all(
    corrections.map((correction) => files.termsInRange(correction.term, correction.term, signal)),
  );
  return found.flatMap((terms, i) =>
    terms.map((match) => ({ ...match, weight: fuzzyWeight(match.term.length, corrections[i]!.distance) })),
  );
}

const emptyRanking: Ranking = {
  documents: new Uint32Array(),
  scores: new Float64Array(),
  bits: new Int32Array(),
};

/** Looks a query up and ranks it. */
export async function evaluateQuery(
  files: IndexFiles,
  text: string,
  signal?: AbortSignal,
): Promise<Evaluation> {
  const { core, manifest } = files;
  const plan = planQuery(parseQuery(text), core);
  const corrections: Evaluation['corrections'] = [];

  const wordMatches = await Promise.all(
    plan.words.map(async (leaf) => {
      const matches = await findWord(files, leaf, signal);
      return matches.length > 0 || !leaf.scores ? matches : correct(leaf, matches);
    }),
  );

  async function correct(leaf: WordLeaf, matches: readonly MatchedTerm[]): Promise<MatchedTerm[]> {
    const added = await findCorrections(files, leaf, signal);
    const known = new Set(matches.map(({ term }) => term));
    const replacements = added.filter(({ term }) => !known.has(term));
    if (replacements.length > 0) {
      corrections.push({ word: leaf.term, replacements: replacements.map(({ term }) => term) });
    }
    return [...matches, ...replacements];
  }

  const filterFindings: Finding[] = await Promise.all(
    plan.filters.map(async ({ bit, ranges, documents }) => {
      const found = await Promise.all(ranges.map(({ from, to }) => files.termsInRange(from, to, signal)));
      const matches = found.flat().map((match) => ({ ...match, weight: 0 }));
      return { bit, source: null, scores: false, fields: filterFields, matches, documents };
    }),
  );

  const rankAll = (anyWord: boolean): Ranking => {
    const findings: Finding[] = [
      ...plan.words.map(({ bit, term, fields, scores }, i) => ({
        bit,
        source: term,
        scores,
        fields,
        matches: wordMatches[i]!,
        documents: [],
      })),
      ...filterFindings,
    ];
    const candidates = scoreCandidates(findings, manifest.documentCount, core.averageLengths);
    return combine(candidates, findings, anyWord ? anyWordClauses(plan) : plan.clauses);
  };

  const isAnswerable = plan.clauses.some(({ negated }) => !negated);
  const scoring = plan.words.filter(({ scores }) => scores);
  let ranking = isAnswerable ? rankAll(false) : emptyRanking;
  let match: Evaluation['match'] = 'all';
  if (ranking.documents.length === 0 && isAnswerable) {
    for (const [i, leaf] of plan.words.entries()) {
      const matches = wordMatches[i]!;
      if (leaf.scores && matches.length > 0 && documentsWith(matches) <= maxSuspiciousDocuments) {
        wordMatches[i] = await correct(leaf, matches);
      }
    }
    if (corrections.length > 0) ranking = rankAll(false);
    if (ranking.documents.length === 0 && scoring.length > 1) {
      ranking = rankAll(true);
      match = 'any';
    }
  }

  const groups = [...new Set(scoring.map(({ term }) => term))];
  const matchedTerms = new Map<string, number>();
  plan.words.forEach(({ term, scores }, i) => {
    if (scores) for (const found of wordMatches[i]!) matchedTerms.set(found.term, groups.indexOf(term));
  });
  corrections.sort((a, b) => (a.word < b.word ? -1 : 1));
  return { plan, ranking, match, corrections, matchedTerms, notes: plan.notes };
}

/** The clauses of a query when any of its words is enough: filters and exclusions still hold. */
function anyWordClauses({ clauses, words }: Plan): Plan['clauses'] {
  const wordBits = words.reduce((bits, leaf) => (leaf.scores ? bits | leaf.bit : bits), 0);
  const kept = clauses.filter(
    ({ alternatives, negated }) => negated || alternatives.some(({ mask }) => (mask & wordBits) === 0),
  );
  const alternatives = words.filter(({ scores }) => scores).map(({ bit }) => ({ mask: bit, phrase: null }));
  return [...kept, { alternatives, negated: false }];
}
