import { joinedTuples } from './joined-tuples.ts';
import { model } from './model.ts';
import { previousWord } from './previous-word.ts';
import { repairSpan } from './repair-span.ts';
import { surroundingsOf } from './reranker.ts';
import { wordsUpright } from './words-upright.ts';

/** A formula that damage has probably been done to. */
export interface Reconstruction {
  /** Range in the damaged text. */
  start: number;
  end: number;
  tex: string;
  /**
   * Probability that the text has mathematics, times that of the span being a formula, times that of this
   * original among all that `damage` confirms.
   */
  confidence: number;
}

const minSpanProbability = 0.1;
/** Below, the text stays as it is: few of its writers put formulas between dollars. */
const minMathProbability = 0.4;
/** What a wrong formula does to more than a single letter or a number shows, so that more is asked. */
const minShownMathProbability = 0.7;
const hardlyShows = /^(?:[A-Za-z]|[0-9][0-9.,]*)$/;
/** Words, and names with underscores, look the same out of mathematics, and odd in a wrong font. */
const minWordsProbability = 0.9;
const words = /^[A-Za-z]{3,}(?:[ _-][A-Za-z]+)*$/;
const dressed = /^(?:\\(?:text[a-z]*|emph|math(?:rm|bf|it|sf|tt)|operatorname)\{.*\}|(?:[A-Za-z _-]|\\_)*)$/;

/**
 * Addresses, tags in pairs, codes of dashes (`\unicode{x2013}`), words that begin with what looks like a command and
 * are none, and relations that a hyphen ties to a word, which relate nothing.
 */
const noMathematics =
  /https?:\/\/\S+|<([a-z]{2,})>(?=[^]{0,2000}?<\/\1>)|<\/[a-z]{2,}>|[A-Za-z]x20[12][0-9cd](?!\d)|\b(?:sim2real|real2sim|bf16s?)\b|(?<![\w\\)])(?:gg|ll|sim)-(?=[a-z]{2})/gi;

type Range = readonly [from: number, to: number];

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
  const excluded = Array.from(text.matchAll(noMathematics), ({ index, 0: { length } }): Range => [
    index,
    index + length,
  ]);
  for (const span of joinedTuples(text, tagger.spans(seen, companion))) {
    const { start, end, probability } = repairSpan(text, span);
    if (meetsAny(excluded, start, end)) continue;
    if (start < taken || end <= start || end > limit || probability < minSpanProbability) continue;
    const damaged = text.slice(start, end);
    const least = hardlyShows.test(damaged) ? minMathProbability : minShownMathProbability;
    if (span.mathProbability < least) continue;
    const originals = decoder.originals(damaged, previousWord(text, start), surroundingsOf(text, start, end));
    const best = originals[0];
    if (!best) continue;
    if (probability < minWordsProbability && words.test(damaged) && dressed.test(best.tex)) continue;
    const total = originals.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
    const confidence = (span.mathProbability * probability) / total;
    found.push({ start, end, tex: wordsUpright(best.tex), confidence });
    taken = end;
  }
  return found;
}

/** Whether a stretch shares a character with any of the ranges, which are in order and apart. */
function meetsAny(ranges: readonly Range[], start: number, end: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] < end;
}
