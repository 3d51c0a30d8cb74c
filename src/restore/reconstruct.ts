import { previousWord } from './decoder.ts';
import { model } from './model.ts';
import { repairSpan } from './repair-span.ts';

/** A formula that damage has probably been done to. */
export interface Reconstruction {
  /** Range in the damaged text. */
  start: number;
  end: number;
  tex: string;
  /** Probability that the span is a formula, times that of this original among all that `damage` confirms. */
  confidence: number;
}

const minSpanProbability = 0.2;
/** Words, and names with underscores, look the same out of mathematics, and odd in a wrong font. */
const minWordsProbability = 0.9;
const words = /^[A-Za-z]{3,}(?:[ _-][A-Za-z]+)*$/;
const dressed = /^(?:\\(?:text[a-z]*|emph|math(?:rm|bf|it|sf|tt)|operatorname)\{.*\}|(?:[A-Za-z _-]|\\_)*)$/;

/**
 * Proposes originals for the formulas of a damaged text, in order, none overlapping. `limit` is where to
 * stop: dollars behind a lone dollar would pair with it.
 */
export function reconstruct(text: string, companion: string | undefined, limit: number): Reconstruction[] {
  const { tagger, decoder } = model();
  const found: Reconstruction[] = [];
  let taken = 0;
  // The tagger learnt from texts without these; what stands between them is evidence.
  const seen = text.replace(/\\[()[\]]/g, '  ');
  for (const span of tagger.spans(seen, companion)) {
    const { start, end, probability } = repairSpan(text, span);
    if (start < taken || end <= start || end > limit || probability < minSpanProbability) continue;
    const originals = decoder.originals(text.slice(start, end), previousWord(text, start));
    const best = originals[0];
    if (!best) continue;
    if (probability < minWordsProbability && words.test(text.slice(start, end)) && dressed.test(best.tex))
      continue;
    const total = originals.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
    found.push({ start, end, tex: best.tex, confidence: probability / total });
    taken = end;
  }
  return found;
}
