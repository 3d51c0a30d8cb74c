import { bestSpans } from './chain.ts';
import { evidenceOf } from './evidence.ts';
import { featureRows } from './features.ts';
import { Network } from './network.ts';
import type { TaggerParameters } from './tagger-weights.ts';
import { describe, type DescribedTokens } from './token-facts.ts';
import { tokenise, type Tokens } from './tokens.ts';

/** A stretch of a damaged text that is mathematics, in UTF-16 units. */
export interface MathSpan {
  start: number;
  end: number;
  /** Probability that exactly this stretch is a formula, if the text has any. */
  probability: number;
  /** Probability that the text has any. */
  mathProbability: number;
}

/** Tells which characters of a damaged text are mathematics. */
export class Tagger {
  readonly #network: Network;
  readonly #parameters: TaggerParameters;

  constructor(parameters: TaggerParameters) {
    this.#parameters = parameters;
    this.#network = new Network(parameters.network, maxWindowTokens);
  }

  /**
   * The formulas of a text, in order. `companion` is another text of the same paper.
   */
  spans(text: string, companion: string | undefined): MathSpan[] {
    const described = (text: string): DescribedTokens => describe(tokenise(text), this.#parameters.lexicon);
    const tokens = described(text);
    const evidence = evidenceOf(tokens, companion === undefined ? undefined : described(companion));
    const found: MathSpan[] = [];
    for (const window of windows(tokens)) {
      const { emissions, mathProbability } = this.#network.judge(window.words, featureRows(window, evidence));
      const leaning = leaningOf(window, mathProbability);
      for (const span of bestSpans(emissions, this.#network.transitions, window.spaced, leaning)) {
        const isSure = window.commands.has(span.first);
        found.push({
          start: window.starts[span.first]!,
          end: window.ends[span.last]!,
          probability: span.probability,
          mathProbability: isSure ? 1 : mathProbability,
        });
      }
    }
    return found;
  }
}

const maxWindowTokens = 1000;

/**
 * Where a text surely has mathematics, a formula left in pieces of prose reads worse than one too many: chosen on the
 * watched part of the corpus, where it finds more of what shows and F1 stays as it was.
 */
const sureMathProbability = 0.9;
const leaningToFormulas = 0.6;
/** The network has hardly seen commands between words, and takes them for parts of the words. */
const leaningToCommands = 6;
const digits = /^[0-9]+$/;
const letters = /^[A-Za-z]/;

/**
 * How much more a formula counts that begins at a token. Numbers look the same in and out of formulas, but one that a
 * word is glued to, as in `10times`, must not be parted from it by what leans towards the word alone.
 */
function leaningOf({ words, spaced, commands }: Tokens, mathProbability: number): Float32Array {
  const leaning = new Float32Array(words.length);
  if (mathProbability >= sureMathProbability)
    words.forEach((word, token) => {
      const isApart = spaced[token + 1] !== false || !letters.test(words[token + 1]!);
      if (!digits.test(word) || !isApart) leaning[token] = leaningToFormulas;
    });
  for (const token of commands) leaning[token] = leaningToCommands;
  return leaning;
}

/** Cuts a very long text into pieces, so that memory stays small. */
function windows(tokens: DescribedTokens): DescribedTokens[] {
  const pieces: DescribedTokens[] = [];
  for (let at = 0; at < tokens.words.length; at += maxWindowTokens) {
    const to = at + maxWindowTokens;
    pieces.push({
      words: tokens.words.slice(at, to),
      starts: tokens.starts.slice(at, to),
      ends: tokens.ends.slice(at, to),
      spaced: tokens.spaced.slice(at, to),
      facts: tokens.facts.slice(at, to),
      commands: new Set([...tokens.commands].filter((i) => i >= at && i < to).map((i) => i - at)),
    });
  }
  return pieces;
}
