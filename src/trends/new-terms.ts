import {
  aloneFlag,
  type CodedDocument,
  pairsFlag,
  type Spellings,
  spellingOf,
  TermCoder,
} from '#text/term-coder.ts';
import { monthsUpTo } from './months.ts';

/** A paper's text, with the ISO date on which it was first seen. */
export interface TermPaper {
  date: string | null;
  title: string;
  abstract: string;
}

/** A term as it is written most often, and how many papers of the month and of the year before are about it. */
export interface NewTerm {
  term: string;
  papers: number;
  papersBefore: number;
}

/** The terms of a month that the year before hardly had. `papersBefore` counts the papers compared with. */
export interface NewTerms {
  month: string;
  papersBefore: number;
  terms: NewTerm[];
}

const monthsBefore = 12;
const minPapersBefore = 100;
const minPapers = 3;
/**
 * How many times as frequent as in the year before a new term is, and how surprising: less is asked of names and pairs
 * of words than of single words, which come and go.
 */
const bars = { phrase: { growth: 4, surprise: 6 }, word: { growth: 8, surprise: 18 } };

/**
 * Words and pairs of words of each month's papers that are new against the year before it, those first whose frequency
 * is the least likely by chance (log-likelihood ratio, Dunning 1993), at most `count`. Of terms that mostly stand in
 * the same papers one is kept. Nothing, where the year before has fewer than 100 papers.
 */
export function newTermsOf(
  months: readonly string[],
  papers: readonly TermPaper[],
  { count = 12, coder = new TermCoder() }: { count?: number; coder?: TermCoder } = {},
): NewTerms[] {
  const { spellings } = coder;
  const codesOf = (paper: TermPaper) => coder.code(paper);
  const comparisons = months.map((month): Comparison => {
    const [earliest] = monthsUpTo(month, monthsBefore + 1);
    const before = new Set(papers.filter(({ date }) => date !== null && date >= earliest! && date < month));
    const now = papers.filter(({ date }) => date?.startsWith(month) === true);
    const found =
      before.size < minPapersBefore ? new Map<number, FoundTerm>() : findTerms(now.map(codesOf), spellings);
    return { month, papers: now.length, before, found };
  });
  const earlier = countTerms(papers, comparisons, codesOf, spellings);
  return comparisons.map((comparison, place) => ({
    month: comparison.month,
    papersBefore: comparison.before.size,
    terms: mostSurprising(comparison, earlier[place]!, count),
  }));
}

/** A month, the number of its papers, those of the year before, and the terms that might be new. */
interface Comparison {
  month: string;
  papers: number;
  before: ReadonlySet<TermPaper>;
  found: ReadonlyMap<TermKey, FoundTerm>;
}

/**
 * A term as one number: that of its stem and one more, and before it, in the higher places, the same of the stem
 * before.
 */
type TermKey = number;

const higherPlace = 2 ** 24;

/** The papers that are about a term, by their places, the stems of it, and how it is written most often. */
interface FoundTerm {
  papers: ReadonlySet<number>;
  stems: string;
  label: string;
}

/** The new terms of a month, at most `count`; `earlier`: how many papers of the year before are about each term. */
function mostSurprising(
  { papers, before, found }: Comparison,
  earlier: ReadonlyMap<TermKey, number>,
  count: number,
): NewTerm[] {
  const candidates = [...found]
    .map(([key, { stems, label, papers: own }]) => ({ stems, label, own, earlier: earlier.get(key) ?? 0 }))
    .map((term) => ({
      ...term,
      growth: (term.own.size * before.size) / (papers * Math.max(term.earlier, 0.5)),
      surprise: surprise(term.own.size, papers, term.earlier, before.size),
    }))
    .filter(({ label, growth, surprise }) => {
      const bar = bars[/[\p{Lu} ]/u.test(label) ? 'phrase' : 'word'];
      return growth >= bar.growth && surprise >= bar.surprise;
    })
    .sort(
      (a, b) => b.surprise - a.surprise || b.stems.length - a.stems.length || (a.stems < b.stems ? -1 : 1),
    );
  const kept: typeof candidates = [];
  for (const term of candidates) {
    if (kept.length === count) break;
    if (!kept.some((other) => sayTheSame(other, term))) kept.push(term);
  }
  return kept.map(({ label, own, earlier }) => ({ term: label, papers: own.size, papersBefore: earlier }));
}

interface TermOfPapers {
  stems: string;
  own: ReadonlySet<number>;
}

/** Two terms with a word in common that mostly stand in the same papers. */
function sayTheSame(a: TermOfPapers, b: TermOfPapers): boolean {
  const words = new Set(a.stems.split(' '));
  if (!b.stems.split(' ').some((word) => words.has(word))) return false;
  const common = [...b.own].filter((paper) => a.own.has(paper)).length;
  return common >= 0.5 * Math.min(a.own.size, b.own.size);
}

/**
 * Calls `see` for each term of a document, in order, and with the spellings of its words: of the
 * word before, -1 for a word alone, and of the word.
 */
function eachTermOf(
  { title, abstract }: CodedDocument,
  stems: readonly number[],
  see: (key: TermKey, isTitle: boolean, before: number, spelling: number) => void,
): void {
  for (const codes of [title, abstract]) {
    let before = -1;
    for (const code of codes) {
      const spelling = spellingOf(code);
      const key = stems[spelling]! + 1;
      if ((code & aloneFlag) !== 0) see(key, codes === title, -1, spelling);
      if ((code & pairsFlag) !== 0 && before >= 0)
        see((stems[before]! + 1) * higherPlace + key, codes === title, before, spelling);
      before = (code & aloneFlag) !== 0 ? spelling : -1;
    }
  }
}

/** The terms that at least `minPapers` documents are about: those of the title, and those that the abstract repeats. */
function findTerms(
  documents: readonly CodedDocument[],
  { stems, texts, stemTexts }: Spellings,
): Map<TermKey, FoundTerm> {
  const found = new Map<TermKey, { papers: Set<number>; labels: Map<string, number> }>();
  documents.forEach((document, number) => {
    const about = new Map<TermKey, string>();
    const once = new Set<TermKey>();
    eachTermOf(document, stems, (key, isTitle, before, spelling) => {
      if ((isTitle || once.has(key)) && !about.has(key))
        about.set(key, before < 0 ? texts[spelling]! : `${texts[before]!} ${texts[spelling]!}`);
      once.add(key);
    });
    for (const [key, label] of about) {
      if (!found.has(key)) found.set(key, { papers: new Set(), labels: new Map() });
      const { papers, labels } = found.get(key)!;
      papers.add(number);
      labels.set(label, (labels.get(label) ?? 0) + 1);
    }
  });
  const stemsOf = (key: TermKey): string => {
    const last = stemTexts[(key % higherPlace) - 1]!;
    return key < higherPlace ? last : `${stemTexts[Math.floor(key / higherPlace) - 1]!} ${last}`;
  };
  return new Map(
    [...found]
      .filter(([, { papers }]) => papers.size >= minPapers)
      .map(([key, { papers, labels }]) => {
        const [best] = [...labels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        return [key, { papers, stems: stemsOf(key), label: best![0] }];
      }),
  );
}

/**
 * For each comparison, how many papers of its year before are about each of its terms. Every paper is read once for
 * all.
 */
function countTerms(
  papers: readonly TermPaper[],
  comparisons: readonly Comparison[],
  codesOf: (paper: TermPaper) => CodedDocument,
  { stems }: Spellings,
): Map<TermKey, number>[] {
  const counts = comparisons.map(() => new Map<TermKey, number>());
  const wanted = new Set(comparisons.flatMap(({ found }) => [...found.keys()]));
  for (const paper of papers) {
    const places = [...comparisons.keys()].filter((place) => comparisons[place]!.before.has(paper));
    if (places.length === 0) continue;
    const about = new Set<TermKey>();
    const once = new Set<TermKey>();
    eachTermOf(codesOf(paper), stems, (key, isTitle) => {
      if (!wanted.has(key)) return;
      if (isTitle || once.has(key)) about.add(key);
      once.add(key);
    });
    for (const key of about)
      for (const place of places)
        if (comparisons[place]!.found.has(key)) counts[place]!.set(key, (counts[place]!.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Dunning's statistic for `a` of `n` papers against `b` of `m`. */
function surprise(a: number, n: number, b: number, m: number): number {
  const share = (a + b) / (n + m);
  const part = (observed: number, expected: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / expected);
  return (
    2 *
    (part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) + part(m - b, m * (1 - share)))
  );
}
