import { words } from '#text/words.ts';
import { pack, unpack, type PackedNumbers } from '#topics/model.ts';
import { ngrams } from '#topics/ngrams.ts';
import { PhraseMatcher } from '#topics/phrases.ts';
import type { Taxonomy } from '#topics/schema.ts';
import type { Material } from './material.ts';
import { sparseRows, type SparseRows } from './sparse.ts';

/** What is known of each paper: the points of its phrases for each topic, and its vector of n-grams. */
export interface Evidence {
  ngrams: string[];
  idf: PackedNumbers;
  vectors: SparseRows;
  points: Float64Array[];
}

/** A daily paper counts as so many of the corpus, since those are what sites like this one show. */
const dailyWeight = 6;
const minCount = 40;
const maxShare = 0.3;
/** Pairs say more than the words they are made of, and are chosen although they are rarer. */
const pairPreference = 1.5;

export const weightOf = ({ source }: Material): number => (source === 'corpus' ? 1 : dailyWeight);

/** Collects the evidence of papers over the `ngramCount` most frequent n-grams. */
export function collectEvidence(
  papers: readonly Material[],
  taxonomy: Taxonomy,
  ngramCount: number,
): Evidence {
  const counts = papers.map(ngrams);
  const total = papers.reduce((sum, paper) => sum + weightOf(paper), 0);
  const frequencies = new Map<string, number>();
  counts.forEach((of, place) => {
    for (const ngram of of.keys())
      frequencies.set(ngram, (frequencies.get(ngram) ?? 0) + weightOf(papers[place]!));
  });
  const rank = ([ngram, count]: [string, number]) => count * (ngram.includes(' ') ? pairPreference : 1);
  const chosen = [...frequencies]
    .filter(([, count]) => count >= minCount && count < maxShare * total)
    .sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, ngramCount)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const idf = pack(chosen.map(([, count]) => Math.log(total / count)));
  const places = new Map(chosen.map(([ngram], place) => [ngram, place]));
  const idfOf = unpack(idf);
  const rows = counts.map((of) => {
    const row: [number, number][] = [];
    let square = 0;
    for (const [ngram, times] of of) {
      const place = places.get(ngram);
      if (place === undefined) continue;
      const weight = (1 + Math.log(times)) * idfOf[place]!;
      square += weight * weight;
      row.push([place, weight]);
    }
    const norm = Math.sqrt(square) || 1;
    return row.map(([place, weight]) => [place, weight / norm] as const);
  });
  const matcher = new PhraseMatcher(taxonomy.topics);
  return {
    ngrams: chosen.map(([ngram]) => ngram),
    idf,
    vectors: sparseRows(rows, chosen.length),
    points: papers.map(({ title, abstract }) =>
      Float64Array.from(matcher.score(words(title), words(abstract)), ({ points }) => Math.max(0, points)),
    ),
  };
}
