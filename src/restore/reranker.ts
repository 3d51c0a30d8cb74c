import type { Candidate } from './decoder.ts';
import { hashParts } from './hash.ts';

/** What a formula stands in. */
export interface Surroundings {
  text: string;
  /** The words or signs next to the formula, nearest first, at most two on each side. */
  before: readonly string[];
  after: readonly string[];
}

/** A log-linear model; row r of its hashed table is worth `weights[r] * step`. */
export interface RerankerParameters {
  /** What the decoder's score counts. */
  scoreWeight: number;
  weights: Int8Array;
  step: number;
}

export const rerankerRowCount = 1 << 18;
const reach = 40;
const maxArgument = 8;
const maxWholeFormula = 14;
const maxCounted = 3;
const maxTimes = 4;
const letter = /[A-Za-z]/;
const lostCommand = /\\([a-zA-Z]+)\{([^}]*)\}/g;
const texToken = /\\[a-zA-Z]+\{?|\\[^]|\S/g;

/** What stands around `text.slice(start, end)`, in lower case. */
export function surroundingsOf(text: string, start: number, end: number): Surroundings {
  const words = (part: string): string[] => part.toLowerCase().match(/[a-z0-9]+|[^\sa-z0-9]/g) ?? [];
  return {
    text,
    before: words(text.slice(Math.max(0, start - reach), start))
      .slice(-2)
      .reverse(),
    after: words(text.slice(end, end + reach)).slice(0, 2),
  };
}

/**
 * What tells an original from others of the same damaged formula, as rows of the table: the commands that the damage
 * would have taken, with their arguments, neighbours and how often the arguments stand alone, pairs and triples of
 * tokens, and the words around.
 */
export function candidateRows(tex: string, { text, before, after }: Surroundings): number[] {
  const rows: number[] = [];
  const add = (kind: number, first: string, second?: string, third?: string, fourth?: string): void => {
    rows.push(hashParts(kind, first, second, third, fourth) % rerankerRowCount);
  };
  const [wordBefore = '', farBefore = ''] = before;
  const [wordAfter = '', farAfter = ''] = after;
  let lost = 0;
  for (const { 0: whole, 1: name, 2: inside, index } of tex.matchAll(lostCommand)) {
    lost++;
    const argument = inside!.replace(/[\\\s]/g, '').slice(0, maxArgument);
    const command = `${name}{${argument}`;
    const previous = /(?:\\[a-zA-Z]+|\S)\s*$/.exec(tex.slice(0, index))?.[0].trim() ?? '';
    const next = /^\s*(?:\\[a-zA-Z]+|\S)/.exec(tex.slice(index + whole.length))?.[0].trim() ?? '';
    add(1, name!);
    add(2, command);
    add(3, name!, previous);
    add(4, command, previous);
    add(5, name!, next);
    add(6, command, next);
    add(7, command, previous, next);
    add(8, name!, wordBefore);
    add(9, command, wordBefore);
    add(10, command, farBefore, wordBefore);
    add(11, name!, wordAfter);
    add(12, command, wordAfter);
    add(13, command, wordAfter, farAfter);
    add(14, name!, String(Math.min(argument.length, 6)));
    add(15, command, String(whole.length === tex.length));
    if (argument.length > 0 && argument.length <= maxCounted) {
      const times = String(timesAlone(text, argument));
      add(27, name!, times);
      add(28, command, times);
    }
  }
  const tokens = ['', ...(tex.match(texToken) ?? []), ''];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    add(16, tokens[i - 1]!, token);
    if (i > 1) add(17, tokens[i - 2]!, tokens[i - 1]!, token);
    if (/^\\[a-zA-Z]+$/.test(token)) {
      add(18, token);
      add(19, token, wordBefore);
      add(20, token, wordAfter);
    }
  }
  add(21, tokens[1]!, tokens[2]!, wordBefore);
  add(22, tokens.at(-2)!, tokens.at(-3)!, wordAfter);
  if (tex.length < maxWholeFormula) {
    add(23, tex);
    add(24, tex, wordBefore);
    add(25, tex, wordAfter);
  }
  add(26, String(Math.min(lost, 5)));
  return rows;
}

/** How often arguments stand by themselves in the text at hand, whose formulas ask for the same ones again. */
let counted = { text: '', times: new Map<string, number>() };

/** How often an argument stands in a text by itself, but not more than a few times. */
function timesAlone(text: string, argument: string): number {
  if (counted.text !== text) counted = { text, times: new Map() };
  let times = counted.times.get(argument);
  if (times === undefined) counted.times.set(argument, (times = countAlone(text, argument)));
  return times;
}

function countAlone(text: string, argument: string): number {
  let times = 0;
  for (let at = text.indexOf(argument); at >= 0 && times < maxTimes; at = text.indexOf(argument, at + 1))
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + argument.length] ?? '')) times++;
  return times;
}

/** Orders the originals that the decoder found by what the decoder's model does not see: words, far neighbours. */
export class Reranker {
  readonly #parameters: RerankerParameters;

  constructor(parameters: RerankerParameters) {
    this.#parameters = parameters;
  }

  /**
   * The candidates, the likeliest first. Scores are natural logarithms of probabilities, up to a constant for all of
   * one formula.
   */
  rerank(candidates: readonly Candidate[], around: Surroundings): Candidate[] {
    const { scoreWeight, weights, step } = this.#parameters;
    return candidates
      .map(({ tex, score }) => ({
        tex,
        score:
          scoreWeight * score +
          step * candidateRows(tex, around).reduce((sum, row) => sum + weights[row]!, 0),
      }))
      .sort((a, b) => b.score - a.score);
  }
}
