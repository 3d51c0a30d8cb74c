import { eachTerm, terms } from '#text/terms.ts';
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
 * Words and pairs of words of each month's papers that are new against the year before it, those first whose frequency is
 * the least likely by chance (log-likelihood ratio, Dunning 1993), at most `count`. Of terms that mostly stand in the
 * same papers one is kept. Nothing, where the year before has fewer than 100 papers.
 */
export function newTermsOf(months: readonly string[], papers: readonly TermPaper[], count = 12): NewTerms[] {
  const comparisons = months.map((month): Comparison => {
    const [earliest] = monthsUpTo(month, monthsBefore + 1);
    const before = new Set(papers.filter(({ date }) => date !== null && date >= earliest! && date < month));
    const now = papers.filter(({ date }) => date?.startsWith(month) === true);
    const found = before.size < minPapersBefore ? new Map<string, FoundTerm>() : findTerms(now);
    return { month, papers: now.length, before, found };
  });
  const earlier = countTerms(papers, comparisons);
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
  found: ReadonlyMap<string, FoundTerm>;
}

/** The papers that are about a term, by their places, and how it is written most often. */
interface FoundTerm {
  papers: ReadonlySet<number>;
  label: string;
}

/** The new terms of a month, at most `count`; `earlier`: how many papers of the year before are about each term. */
function mostSurprising(
  { papers, before, found }: Comparison,
  earlier: ReadonlyMap<string, number>,
  count: number,
): NewTerm[] {
  const candidates = [...found]
    .map(([key, { label, papers: own }]) => ({ key, label, own, earlier: earlier.get(key) ?? 0 }))
    .map((term) => ({
      ...term,
      growth: (term.own.size * before.size) / (papers * Math.max(term.earlier, 0.5)),
      surprise: surprise(term.own.size, papers, term.earlier, before.size),
    }))
    .filter(({ label, growth, surprise }) => {
      const bar = bars[/[\p{Lu} ]/u.test(label) ? 'phrase' : 'word'];
      return growth >= bar.growth && surprise >= bar.surprise;
    })
    .sort((a, b) => b.surprise - a.surprise || b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
  const kept: typeof candidates = [];
  for (const term of candidates) {
    if (kept.length === count) break;
    if (!kept.some((other) => sayTheSame(other, term))) kept.push(term);
  }
  return kept.map(({ label, own, earlier }) => ({ term: label, papers: own.size, papersBefore: earlier }));
}

interface KeyedTerm {
  key: string;
  own: ReadonlySet<number>;
}

/** Two terms with a word in common that mostly stand in the same papers. */
function sayTheSame(a: KeyedTerm, b: KeyedTerm): boolean {
  const words = new Set(a.key.split(' '));
  if (!b.key.split(' ').some((word) => words.has(word))) return false;
  const common = [...b.own].filter((paper) => a.own.has(paper)).length;
  return common >= 0.5 * Math.min(a.own.size, b.own.size);
}

/** The terms that a paper is about, as written: those of its title, and those that its abstract repeats. */
function termsOf({ title, abstract }: TermPaper): ReadonlyMap<string, string> {
  const about = new Map<string, string>();
  const once = new Set<string>();
  for (const [text, isTitle] of [
    [title, true],
    [abstract, false],
  ] as const)
    for (const { key, label } of keyedTerms(text)) {
      if (isTitle || once.has(key)) about.set(key, about.get(key) ?? label);
      once.add(key);
    }
  return about;
}

/** Words and pairs of words of a text: `key` made of stems, `label` as written. */
function* keyedTerms(text: string): Generator<{ key: string; label: string }> {
  let before: { stem: string; surface: string } | null = null;
  for (const { stem, surface, alone, pairs } of terms(text)) {
    if (alone) yield { key: stem, label: surface };
    if (pairs && before !== null)
      yield { key: `${before.stem} ${stem}`, label: `${before.surface} ${surface}` };
    before = alone ? { stem, surface } : null;
  }
}

/** The terms that at least `minPapers` papers are about, which papers, and how each is written most often. */
function findTerms(papers: readonly TermPaper[]): Map<string, FoundTerm> {
  const found = new Map<string, { papers: Set<number>; labels: Map<string, number> }>();
  papers.forEach((paper, place) => {
    for (const [key, label] of termsOf(paper)) {
      if (!found.has(key)) found.set(key, { papers: new Set(), labels: new Map() });
      const { papers, labels } = found.get(key)!;
      papers.add(place);
      labels.set(label, (labels.get(label) ?? 0) + 1);
    }
  });
  return new Map(
    [...found]
      .filter(([, { papers }]) => papers.size >= minPapers)
      .map(([key, { papers, labels }]) => {
        const [best] = [...labels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        return [key, { papers, label: best![0] }];
      }),
  );
}

/**
 * For each comparison, how many papers of its year before are about each of its terms. Every paper is read once for all,
 * and other terms, nearly all, are not even written out.
 */
function countTerms(papers: readonly TermPaper[], comparisons: readonly Comparison[]): Map<string, number>[] {
  const counts = comparisons.map(() => new Map<string, number>());
  const wanted = new Set(comparisons.flatMap(({ found }) => [...found.keys()]));
  const secondStems = new Map<string, Set<string>>();
  for (const key of wanted) {
    const [first, second] = key.split(' ') as [string, string?];
    if (second === undefined) continue;
    const seconds = secondStems.get(first);
    if (seconds === undefined) secondStems.set(first, new Set([second]));
    else seconds.add(second);
  }
  for (const paper of papers) {
    const places = [...comparisons.keys()].filter((place) => comparisons[place]!.before.has(paper));
    if (places.length === 0) continue;
    const about = new Set<string>();
    const once = new Set<string>();
    const see = (key: string, isTitle: boolean): void => {
      if (isTitle || once.has(key)) about.add(key);
      once.add(key);
    };
    for (const [text, isTitle] of [
      [paper.title, true],
      [paper.abstract, false],
    ] as const) {
      let before: string | null = null;
      eachTerm(text, ({ stem }, alone, pairs) => {
        if (alone && wanted.has(stem)) see(stem, isTitle);
        if (pairs && before !== null && secondStems.get(before)?.has(stem)) see(`${before} ${stem}`, isTitle);
        before = alone ? stem : null;
      });
    }
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
