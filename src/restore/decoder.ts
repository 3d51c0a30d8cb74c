import { argumentsFit } from './arguments-fit.ts';
import { damage } from './damage.ts';
import type { LanguageModel } from './language-model.ts';
import { renders } from './renders.ts';
import { anyWord, formulaEnd, lostClose, unknownToken } from './tex-vocabulary.ts';

/** A possible original of a damaged formula. */
export interface Candidate {
  tex: string;
  /** Natural logarithm of its probability, up to a constant for all originals of one formula. */
  score: number;
}

interface Hypothesis {
  score: number;
  state: number;
  /** Whether a command that the damage took is open: it ends at the next closing brace. */
  lost: boolean;
  depth: number;
  /** Whether a command name ends here, so that a letter would belong to it. */
  afterCommand: boolean;
  piece: string;
  before: Hypothesis | undefined;
}

interface CommandTrie {
  next: Map<string, CommandTrie>;
  token: number;
}

const beamWidth = 8;
const maxCandidates = 8;
/** A command that the damage took must be this much likelier than the plain reading. */
const lostPenalty = -2;
const minLostLogProbability = Math.log(1e-3);
const minLogProbability = -21;
const minCloseLogProbability = Math.log(1e-5);
const maxFormulaLength = 300;
const neverPlain = new Set(['%', '&', '#']);

/** Finds the originals which `damage` makes a given text of. */
export class Decoder {
  readonly #model: LanguageModel;
  readonly #commands: CommandTrie = { next: new Map(), token: -1 };
  readonly #opens: { token: number; piece: string }[] = [];
  readonly #likelyOpens = new Map<number, { piece: string; score: number; state: number }[]>();
  readonly #close: number;
  readonly #end: number;
  readonly #unknown: number;

  constructor(model: LanguageModel) {
    this.#model = model;
    this.#close = model.id(lostClose);
    this.#end = model.id(formulaEnd);
    this.#unknown = model.id(unknownToken);
    model.tokens.forEach((token, id) => {
      if (/^\\[a-zA-Z]+$/.test(token)) this.#addCommand(token.slice(1), id);
      else if (/^L\\/.test(token)) this.#opens.push({ token: id, piece: token.slice(1) });
    });
  }

  /**
   * The likeliest originals of `damaged`, best first, that `damage` confirms and KaTeX renders.
   *
   * `wordBefore` is the word before the formula, in lower case. Formulas past 300 characters are not tried.
   */
  originals(damaged: string, wordBefore: string): Candidate[] {
    return this.candidates(damaged, wordBefore).filter(
      ({ tex }) => damage(`$${tex}$`) === damaged && argumentsFit(tex) && renders(tex),
    );
  }

  /** The likeliest spellings, without a check. */
  candidates(damaged: string, wordBefore: string): Candidate[] {
    if (damaged.length > maxFormulaLength) return [];
    const model = this.#model;
    const word = model.id(anyWord + wordBefore);
    const start: Hypothesis = {
      score: 0,
      state: model.next(0, word < 0 ? model.id(anyWord) : word),
      lost: false,
      depth: 0,
      afterCommand: false,
      piece: '',
      before: undefined,
    };
    const beams: Hypothesis[][] = Array.from({ length: damaged.length + 1 }, () => []);
    beams[0]!.push(start);
    for (let at = 0; at < damaged.length; at++) this.#step(damaged, at, beams);
    const found = new Map<string, number>();
    for (const hypothesis of beams[damaged.length]!) {
      if (hypothesis.lost || hypothesis.depth !== 0) continue;
      const tex = spell(hypothesis);
      const score = hypothesis.score + model.logProbability(hypothesis.state, this.#end);
      if (score > (found.get(tex) ?? -Infinity)) found.set(tex, score);
    }
    return [...found]
      .map(([tex, score]) => ({ tex, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, maxCandidates);
  }

  #step(damaged: string, at: number, beams: Hypothesis[][]): void {
    const character = damaged[at]!;
    for (const hypothesis of survivors(beams[at]!)) {
      if (/\s/.test(character)) {
        beams[at + 1]!.push({ ...hypothesis, afterCommand: false, piece: character, before: hypothesis });
        continue;
      }
      this.#consume(hypothesis, damaged, at, beams);
      if (hypothesis.lost) continue;
      for (const { piece, score, state } of this.#opensIn(hypothesis.state)) {
        const opened: Hypothesis = {
          score: hypothesis.score + score,
          state,
          lost: true,
          depth: hypothesis.depth + 1,
          afterCommand: false,
          piece,
          before: hypothesis,
        };
        this.#consume(opened, damaged, at, beams);
      }
    }
    beams[at] = [];
  }

  /** Reads one token at `at`: a command name, an escaped character or a character. */
  #consume(from: Hypothesis, damaged: string, at: number, beams: Hypothesis[][]): void {
    const character = damaged[at]!;
    let trie: CommandTrie | undefined = this.#commands;
    for (let end = at; end < damaged.length;) {
      trie = trie.next.get(damaged[end]!);
      if (!trie) break;
      end++;
      if (trie.token >= 0) this.#emit(from, trie.token, `\\${damaged.slice(at, end)}`, beams[end]!, true, 0);
    }
    const escaped = this.#model.id(`\\${character}`);
    if (escaped >= 0 && !/[a-zA-Z]/.test(character) && !(character === '}' && from.lost)) {
      this.#emit(from, escaped, `\\${character}`, beams[at + 1]!, false, 0);
    }
    if (neverPlain.has(character)) return;
    if (character === '}' && from.lost) return;
    if (character === '{' && from.afterCommand && !from.lost) return;
    if (from.afterCommand && /[a-zA-Z]/.test(character)) return;
    const token = this.#model.id(character);
    const nesting = character === '{' ? 1 : character === '}' ? -1 : 0;
    this.#emit(from, token < 0 ? this.#unknown : token, character, beams[at + 1]!, false, nesting);
  }

  #emit(
    from: Hypothesis,
    token: number,
    piece: string,
    beam: Hypothesis[],
    afterCommand: boolean,
    nesting: number,
  ): void {
    const model = this.#model;
    const gain = model.logProbability(from.state, token);
    const depth = from.depth + nesting;
    if (gain < minLogProbability || depth < 0) return;
    const score = from.score + gain;
    const state = model.next(from.state, token);
    beam.push({ score, state, lost: from.lost, depth, afterCommand, piece, before: from });
    if (!from.lost) return;
    const close = model.logProbability(state, this.#close);
    if (close < minCloseLogProbability) return;
    beam.push({
      score: score + close,
      state: model.next(state, this.#close),
      lost: false,
      depth: depth - 1,
      afterCommand: false,
      piece: `${piece}}`,
      before: from,
    });
  }

  #opensIn(state: number): { piece: string; score: number; state: number }[] {
    let likely = this.#likelyOpens.get(state);
    if (!likely) {
      likely = [];
      for (const { token, piece } of this.#opens) {
        const gain = this.#model.logProbability(state, token);
        if (gain < minLostLogProbability) continue;
        likely.push({ piece, score: gain + lostPenalty, state: this.#model.next(state, token) });
      }
      this.#likelyOpens.set(state, likely);
    }
    return likely;
  }

  #addCommand(name: string, token: number): void {
    let node = this.#commands;
    for (const letter of name) {
      let next = node.next.get(letter);
      if (!next) {
        next = { next: new Map(), token: -1 };
        node.next.set(letter, next);
      }
      node = next;
    }
    node.token = token;
  }
}

/** The last word before `at`, in lower case, or nothing. */
export function previousWord(text: string, at: number): string {
  return /([A-Za-z]+)[^A-Za-z]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[1]?.toLowerCase() ?? '';
}

/** The best hypotheses of one position, of those that cannot differ from here on only the best. */
function survivors(hypotheses: Hypothesis[]): Hypothesis[] {
  hypotheses.sort((a, b) => b.score - a.score);
  const kept: Hypothesis[] = [];
  for (const hypothesis of hypotheses) {
    const { state, lost, depth, afterCommand } = hypothesis;
    if (
      kept.some(
        (k) => k.state === state && k.lost === lost && k.depth === depth && k.afterCommand === afterCommand,
      )
    ) {
      continue;
    }
    kept.push(hypothesis);
    if (kept.length === beamWidth) break;
  }
  return kept;
}

function spell(hypothesis: Hypothesis): string {
  const pieces: string[] = [];
  for (let at: Hypothesis | undefined = hypothesis; at; at = at.before) pieces.push(at.piece);
  return pieces.reverse().join('');
}
