import { damage } from '#restore/damage.ts';
import { tokenise, type Tokens } from '#restore/tokens.ts';
import type { CorpusPaper } from './corpus.ts';
import { damageWithProvenance, goldSpans } from './provenance.ts';

/** Labels of tokens: outside, first of a formula, inside, last, and a formula of a single token. */
export const labels = { outside: 0, begin: 1, inside: 2, end: 3, single: 4 } as const;

/** A text to learn from: tokens with their labels, and the tokens of its companion text. */
export interface Example {
  tokens: Tokens;
  labels: Uint8Array;
  companion: Tokens | undefined;
  weight: number;
}

const maxTokens = 900;

/** How often, on average, an example is seen in one epoch: recent papers are the hard ones and the ones read. */
function weightOf(year: number): number {
  return year >= 2025 ? 2 : year >= 2020 ? 1.5 : year >= 2012 ? 1 : 0.6;
}

/** A title says little: most without mathematics teach the same. */
const plainTitleWeight = 0.5;

/** The examples that a paper gives: its abstract and its title. */
export function examplesOf(paper: CorpusPaper): Example[] {
  const examples: Example[] = [];
  const weight = weightOf(paper.year);
  const abstract = exampleOf(paper.abstract, paper.title, weight);
  if (abstract) examples.push(abstract);
  const titleWeight = paper.title.includes('$') ? weight : plainTitleWeight * weight;
  const title = exampleOf(paper.title, paper.abstract, titleWeight);
  if (title) examples.push(title);
  return examples;
}

function exampleOf(original: string, companion: string, weight: number): Example | undefined {
  if (original.includes('$$')) return undefined;
  const damaged = damageWithProvenance(original);
  if (damage(damaged.text) !== damaged.text || /\$|\\[([]/.test(damaged.text)) return undefined;
  const tokens = tokenise(damaged.text);
  const count = tokens.words.length;
  if (count === 0 || count > maxTokens) return undefined;
  const result = new Uint8Array(count);
  let at = 0;
  for (const { start, end } of goldSpans(original, damaged)) {
    while (at < count && tokens.ends[at]! <= start) at++;
    const first = at;
    while (at < count && tokens.starts[at]! < end) at++;
    if (at === first) continue;
    result.fill(labels.inside, first, at);
    result[first] = at - first === 1 ? labels.single : labels.begin;
    if (at - first > 1) result[at - 1] = labels.end;
  }
  return { tokens, labels: result, companion: tokenise(damage(companion)), weight };
}
