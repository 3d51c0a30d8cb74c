import { createHash } from 'node:crypto';
import { pack, type TopicModel, type TopicWeights } from '#topics/model.ts';
import { ownEvidence, ownEvidenceCount } from '#topics/own-evidence.ts';
import type { Evidence } from './evidence.ts';
import { fitLogistic } from './logistic.ts';
import type { Labels } from './material.ts';
import { addRowProduct, type Dense } from './sparse.ts';

/** A labelled paper: its place among the papers of the evidence. `judged`: the slugs its annotators chose from. */
export interface LabelledPaper {
  place: number;
  labels: Labels;
  judged: ReadonlySet<string>;
}

/** How many of the own evidence's numbers a topic may weigh otherwise than the pooled model. */
const correctedCount = 2;
const doubtfulWeight = 0.3;
const penalties = { pooled: 0.01, intercept: 0.05, own: 3, cross: 10, direction: 10 };

/**
 * Learns a model: first how the evidence of a topic's own phrases counts, pooled over all topics; then for each topic
 * what the phrases of others and the paper's place along the `directions` of the n-grams add. Directions turn into
 * weights of n-grams in the end.
 */
export function learnTopics(
  { ngrams, idf, vectors, points }: Evidence,
  slugs: readonly string[],
  directions: Dense,
  papers: readonly LabelledPaper[],
): TopicModel {
  const places = papers.map(({ place }) => place);
  const projections = places.map((place) => {
    const projection = new Float64Array(directions.columns);
    addRowProduct(vectors, place, directions, projection);
    return projection;
  });
  const scales = standardDeviations(projections);
  for (const projection of projections)
    projection.forEach((value, at) => (projection[at] = value / scales[at]!));
  const own = places.map((place) => {
    const most = Math.max(...points[place]!);
    return slugs.map((_, topic) => ownEvidence(points[place]![topic]!, most));
  });
  const targets = slugs.map((slug) =>
    papers.map(({ labels }) => Number([...labels.core, ...labels.also].includes(slug))),
  );
  const weights = slugs.map((slug) =>
    papers.map(({ labels, judged }) =>
      !judged.has(slug) ? 0 : labels.also.includes(slug) ? doubtfulWeight : 1,
    ),
  );

  const pooled = fitLogistic(
    {
      features: own.flatMap((of) => of.map((numbers) => Float64Array.of(...numbers, 1))),
      targets: papers.flatMap((_, paper) => slugs.map((_, topic) => targets[topic]![paper]!)),
      weights: papers.flatMap((_, paper) => slugs.map((_, topic) => weights[topic]![paper]!)),
      offsets: new Float64Array(papers.length * slugs.length),
    },
    [...Array<number>(ownEvidenceCount).fill(penalties.pooled), 0],
  );

  const logs = places.map((place) => points[place]!.map(Math.log1p));
  const topics = slugs.map((slug, topic): [string, TopicWeights] => {
    const fitted = fitLogistic(
      {
        features: papers.map((_, paper) =>
          Float64Array.of(
            1,
            ...own[paper]![topic]!.slice(0, correctedCount),
            ...logs[paper]!,
            ...projections[paper]!,
          ),
        ),
        targets: targets[topic]!,
        weights: weights[topic]!,
        offsets: own.map((of) => dot(of[topic]!, pooled) + pooled[ownEvidenceCount]!),
      },
      [
        penalties.intercept,
        ...Array<number>(correctedCount).fill(penalties.own),
        ...Array<number>(slugs.length).fill(penalties.cross),
        ...Array<number>(directions.columns).fill(penalties.direction),
      ],
    );
    const cross = fitted.subarray(1 + correctedCount, 1 + correctedCount + slugs.length);
    const along = fitted
      .subarray(1 + correctedCount + slugs.length)
      .map((weight, at) => weight / scales[at]!);
    const ngramWeights = new Float64Array(directions.rows);
    for (let row = 0; row < directions.rows; row++)
      ngramWeights[row] = dot(
        directions.values.subarray(row * directions.columns, (row + 1) * directions.columns),
        along,
      );
    return [
      slug,
      {
        bias: rounded(fitted[0]!),
        own: [...fitted.subarray(1, 1 + correctedCount)].map(rounded),
        cross: Object.fromEntries(
          slugs.flatMap((other, at) => (Math.abs(cross[at]!) < 0.02 ? [] : [[other, rounded(cross[at]!)]])),
        ),
        ngrams: pack(ngramWeights),
      },
    ];
  });
  const learned = {
    ngrams: ngrams.join('|'),
    idf,
    pooled: [...pooled.subarray(0, ownEvidenceCount)].map(rounded),
    pooledBias: rounded(pooled[ownEvidenceCount]!),
    topics: Object.fromEntries(topics),
  };
  const version = createHash('sha256').update(JSON.stringify(learned)).digest('hex').slice(0, 12);
  return { version, ...learned };
}

const rounded = (value: number): number => Number(value.toFixed(3));

/** The product of two vectors, as far as the shorter one goes. */
function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < Math.min(a.length, b.length); at++) sum += a[at]! * b[at]!;
  return sum;
}

/** The standard deviation of each column. */
function standardDeviations(rows: readonly Float64Array[]): Float64Array {
  const columns = rows[0]!.length;
  return Float64Array.from({ length: columns }, (_, column) => {
    const mean = rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (row[column]! - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}
