import katex from 'katex';
import { damage } from '#restore/damage.ts';
import { type Candidate, Decoder } from '#restore/decoder.ts';
import { previousWord } from '#restore/previous-word.ts';
import { hashString } from '#restore/hash.ts';
import { LanguageModel } from '#restore/language-model.ts';
import {
  candidateRows,
  Reranker,
  type RerankerParameters,
  rerankerRowCount,
  type Surroundings,
  surroundingsOf,
} from '#restore/reranker.ts';
import type { CorpusPaper, SplitCorpus } from './corpus.ts';
import { trainDecoder } from './decoder-model.ts';
import { spelledFormulas } from './formula-tokens.ts';
import { damageWithProvenance, goldSpans } from './provenance.ts';

/** A formula of the corpus with the originals that the decoder proposes for it. */
interface Group {
  candidates: Candidate[];
  around: Surroundings;
  /** Whether each renders as the authors' own. */
  right: boolean[];
}

const epochs = 2;
const rate = 0.05;
const scoreRate = 0.001;
/** A row that fewer formulas have is left at zero. */
const minFormulas = 4;
/** Smaller weights are left out. */
const minWeight = 0.02;
const step = 0.02;

/**
 * Trains the choice among the decoder's candidates: a log-linear model, by stochastic gradient with a rate for each row
 * (Duchi, Hazan and Singer, 2011). The decoder of each half of the papers is trained on the other half, so that its
 * mistakes are those that it makes with unseen formulas.
 */
export function trainReranker(
  { train, dev }: SplitCorpus,
  decoder: Decoder,
  minGain: number,
): RerankerParameters {
  const halves = [0, 1].map((half) => train.filter(({ id }) => hashString(id, 1) % 2 === half));
  const groups = halves.flatMap((papers, half) => {
    const formulas = halves[1 - half]!.flatMap(spelledFormulas);
    const other = new Decoder(new LanguageModel(trainDecoder(formulas, minGain)));
    return papers.flatMap((paper) => groupsOf(paper, other));
  });
  const learnt = learn(groups.filter(({ right }) => right.includes(true)));
  const watched = dev.flatMap((paper) => groupsOf(paper, decoder));
  const reranker = new Reranker(learnt);
  const share = (first: (group: Group) => number): string =>
    (watched.filter((group) => group.right[first(group)]).length / watched.length).toFixed(4);
  console.log(
    `reranker: ${groups.length} formulas to choose for; right of ${watched.length} to watch: ` +
      `${share(() => 0)} before, ${share(({ candidates, around }) => {
        const [best] = reranker.rerank(candidates, around);
        return candidates.findIndex(({ tex }) => tex === best!.tex);
      })} after`,
  );
  return learnt;
}

/** The formulas of an abstract for which the decoder has a choice. */
function groupsOf({ abstract }: CorpusPaper, decoder: Decoder): Group[] {
  if (!abstract.includes('$') || abstract.includes('$$')) return [];
  const damaged = damageWithProvenance(abstract);
  const { text } = damaged;
  if (damage(text) !== text) return [];
  return goldSpans(abstract, damaged).flatMap(({ start, end, tex }) => {
    const gold = renderingOf(tex);
    if (gold === undefined) return [];
    const candidates = decoder.originals(text.slice(start, end), previousWord(text, start));
    if (candidates.length < 2) return [];
    const right = candidates.map((candidate) => renderingOf(candidate.tex) === gold);
    return [{ candidates, around: surroundingsOf(text, start, end), right }];
  });
}

function learn(groups: readonly Group[]): RerankerParameters {
  const weights = new Float64Array(rerankerRowCount);
  const squares = new Float64Array(rerankerRowCount);
  const counts = new Uint32Array(rerankerRowCount);
  const examples = groups.map(({ candidates, around, right }) => ({
    scores: candidates.map(({ score }) => score - candidates[0]!.score),
    rows: candidates.map(({ tex }) => Int32Array.from(candidateRows(tex, around))),
    right,
  }));
  for (const { rows } of examples) for (const row of new Set(rows.flatMap((own) => [...own]))) counts[row]!++;
  let scoreWeight = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const epochRate = rate * (1 - epoch / epochs);
    for (const { scores, rows, right } of shuffled(examples, epoch)) {
      const sums = scores.map((score, i) =>
        rows[i]!.reduce((sum, row) => sum + weights[row]!, scoreWeight * score),
      );
      const most = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - most));
      const total = shares.reduce((a, b) => a + b);
      const good = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 1e-9 * total);
      shares.forEach((share, i) => {
        const gradient = share / total - (right[i] ? share / good : 0);
        scoreWeight -= scoreRate * gradient * scores[i]!;
        for (const row of rows[i]!) {
          if (counts[row]! < minFormulas) continue;
          squares[row]! += gradient * gradient;
          weights[row]! -= (epochRate * gradient) / (1 + Math.sqrt(squares[row]!));
        }
      });
    }
  }
  const rounded = Int8Array.from(weights, (weight) =>
    Math.abs(weight) < minWeight ? 0 : Math.max(-127, Math.min(127, Math.round(weight / step))),
  );
  return { scoreWeight, weights: rounded, step };
}

/** A shuffle that depends on the epoch alone (Fisher and Yates, with a linear congruential generator). */
function shuffled<T>(values: readonly T[], epoch: number): T[] {
  const order = [...values];
  let state = epoch + 1;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const renderings = new Map<string, string | undefined>();

/** What KaTeX makes of TeX, but for grouping that does not show; undefined when it refuses. */
function renderingOf(tex: string): string | undefined {
  if (!renderings.has(tex)) renderings.set(tex, render(tex));
  return renderings.get(tex);
}

function render(tex: string): string | undefined {
  try {
    return katex
      .renderToString(tex, { output: 'mathml', throwOnError: true, strict: 'ignore' })
      .replace(/<annotation[^]*?<\/annotation>|<\/?mrow>/g, '');
  } catch {
    return undefined;
  }
}
