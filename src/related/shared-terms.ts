import type { TermIndex } from './term-index.ts';

const maxShownTerms = 4;

/**
 * The labels of the terms that a document shares with another and that add at least `bar` to their similarity, those
 * that add most first; none is part of another. `query`: the weights of the document by term.
 */
export function sharedTerms(
  { vectors: { starts, numbers, weights }, label: labelOf }: TermIndex,
  query: Float32Array,
  other: number,
  bar: number,
): string[] {
  const shared: { term: number; product: number }[] = [];
  for (let at = starts[other]!; at < starts[other + 1]!; at++) {
    const product = query[numbers[at]!]! * weights[at]!;
    if (product > 0 && product >= bar) shared.push({ term: numbers[at]!, product });
  }
  shared.sort((a, b) => b.product - a.product || a.term - b.term);
  let chosen: string[] = [];
  for (const { term } of shared.slice(0, 3 * maxShownTerms)) {
    const label = labelOf(term);
    if (chosen.some((longer) => isPart(label, longer))) continue;
    const widened = chosen.findIndex((shorter) => isPart(shorter, label));
    if (widened >= 0) {
      chosen[widened] = label;
      chosen = chosen.filter((other) => other === label || !isPart(other, label));
    } else if (chosen.length < maxShownTerms) chosen.push(label);
  }
  return chosen;
}

function isPart(shorter: string, longer: string): boolean {
  const words = longer.split(' ');
  return shorter.split(' ').every((word) => words.includes(word));
}
