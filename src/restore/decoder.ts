import { argumentsFit } from './arguments-fit.ts';
import { CommandNames } from './command-names.ts';
import { damage } from './damage.ts';
import { type Hypothesis, spell, survivors } from './hypotheses.ts';
import type { LanguageModel, TokenSet } from './language-model.ts';
import { isLikelyTex, likelierTex } from './likely-tex.ts';
import {
  afterCharacter,
  afterCommand,
  emptyNesting,
  type Nesting,
  opened,
  closed,
  takesTwoGroups,
} from './nesting.ts';
import { renders } from './renders.ts';
import type { Reranker, Surroundings } from './reranker.ts';
import { anyWord, formulaEnd, lostClose, unknownToken } from './tex-vocabulary.ts';

/** A possible original of a damaged formula. */
export interface Candidate {
  tex: string;
  /** Natural logarithm of its probability, up to a constant for all originals of one formula. */
  score: number;
}

interface Opening {
  piece: string;
  score: number;
  state: number;
}

const nothingAround: Surroundings = { text: '', before: [], after: [] };
const beamWidth = 8;
/** A denominator is seen long after its fraction has to be guessed. */
const beamWidthWithDenominator = 24;
const maxCandidates = 8;
/** A command that the damage took must be this much likelier than the plain reading. */
const lostPenalty = -3;
/** A fraction leaves its denominator behind, and the letters of number systems are few. */
const lostFractionPenalty = 0;
const lostBlackboardPenalty = -1;
/** `\R` and `\N` are as much of a guess. */
const letterCommandPenalty = -2;
const minLostLogProbability = Math.log(1e-3);
const minLogProbability = -21;
const minCloseLogProbability = Math.log(1e-5);
const maxFormulaLength = 300;
const neverPlain = new Set(['%', '&', '#']);
/** Braces around a list are those of a set, which TeX has with a backslash. */
const listGroupPenalty = -5;
const listGroup = /\{[^{},]+,[^{},]+[,}]/y;
const relationGroup =
  /\{(?:[=+<>,.:;*/|-]|(?:to|times|sim|cdot|approx|leq?|geq?|pm|in|rightarrow|mid|neq?|ll|gg|circ))\}/y;

/** Finds the originals which `damage` makes a given text of: a beam search over the tokens of a language model. */
export class Decoder {
  readonly #model: LanguageModel;
  readonly #reranker: Reranker | undefined;
  readonly #commands: CommandNames;
  readonly #opens: TokenSet;
  readonly #likelyOpens = new Map<number, Opening[]>();
  readonly #close: number;
  readonly #end: number;
  readonly #unknown: number;

  /** Without a reranker the language model alone says which original is likeliest. */
  constructor(model: LanguageModel, reranker?: Reranker) {
    this.#model = model;
    this.#reranker = reranker;
    this.#close = model.id(lostClose);
    this.#end = model.id(formulaEnd);
    this.#unknown = model.id(unknownToken);
    this.#commands = new CommandNames(model.tokens);
    this.#opens = model.tokensThat((token) => token.startsWith('L\\'));
  }

  /**
   * The likeliest originals of `damaged`, best first, that `damage` confirms. KaTeX renders the first, which is
   * likely TeX if any of them is.
   *
   * `wordBefore` is the word before the formula, in lower case, `around` what the reranker wants to know. Formulas past
   * 300 characters are not tried.
   */
  originals(damaged: string, wordBefore: string, around: Surroundings = nothingAround): Candidate[] {
    let confirmed = this.candidates(damaged, wordBefore)
      .map(({ tex, score }) => ({ tex: likelierTex(tex), score }))
      .filter(({ tex }, i, all) => all.findIndex((other) => other.tex === tex) === i)
      .filter(({ tex }) => damage(`$${tex}$`) === damaged && argumentsFit(tex));
    if (this.#reranker !== undefined && confirmed.length > 1)
      confirmed = this.#reranker.rerank(confirmed, around);
    const good = confirmed.findIndex(({ tex }) => isLikelyTex(tex) && renders(tex));
    const first = good < 0 ? confirmed.findIndex(({ tex }) => renders(tex)) : good;
    return first < 0 ? [] : confirmed.slice(first);
  }

  /** The likeliest spellings, without a check. */
  candidates(damaged: string, wordBefore: string): Candidate[] {
    if (damaged.length > maxFormulaLength) return [];
    const model = this.#model;
    const word = model.id(anyWord + wordBefore);
    const state = model.next(0, word < 0 ? model.id(anyWord) : word);
    const beams: Hypothesis[][] = Array.from({ length: damaged.length + 1 }, () => []);
    beams[0]!.push({ score: 0, state, lost: false, nesting: emptyNesting, piece: '', before: undefined });
    const width = /[A-Za-z0-9)}]\{/.test(damaged) ? beamWidthWithDenominator : beamWidth;
    for (let at = 0; at < damaged.length; at++) this.#step(damaged, at, beams, width);
    const found = new Map<string, number>();
    for (const hypothesis of beams[damaged.length]!) {
      if (hypothesis.lost || hypothesis.nesting.open !== '') continue;
      const tex = spell(hypothesis);
      const score = hypothesis.score + model.logProbability(hypothesis.state, this.#end);
      if (score > (found.get(tex) ?? -Infinity)) found.set(tex, score);
    }
    return [...found]
      .map(([tex, score]) => ({ tex, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, maxCandidates);
  }

  #step(damaged: string, at: number, beams: Hypothesis[][], width: number): void {
    const character = damaged[at]!;
    for (const hypothesis of survivors(beams[at]!, width)) {
      if (/\s/.test(character)) {
        const nesting = afterCharacter(hypothesis.nesting, ' ');
        beams[at + 1]!.push({ ...hypothesis, nesting, piece: character, before: hypothesis });
        continue;
      }
      this.#consume(hypothesis, damaged, at, beams);
      if (hypothesis.lost) continue;
      for (const { piece, score, state } of this.#opensIn(hypothesis.state)) {
        const nesting = opened(
          hypothesis.nesting,
          takesTwoGroups(piece.slice(1, -1)) ? 'numerator' : 'group',
        );
        const inside = {
          score: hypothesis.score + score + nesting.penalty,
          state,
          lost: true,
          nesting,
          piece,
          before: hypothesis,
        };
        this.#consume(inside, damaged, at, beams);
      }
    }
    beams[at] = [];
  }

  /** Reads one token at `at`: a command name, an escaped character or a character. */
  #consume(from: Hypothesis, damaged: string, at: number, beams: Hypothesis[][]): void {
    const { nesting } = from;
    const character = damaged[at]!;
    for (const { token, end } of this.#commands.at(damaged, at)) {
      const name = damaged.slice(at, end);
      const next = afterCommand(nesting, name);
      if (name.length === 1) next.penalty += letterCommandPenalty;
      this.#emit(from, token, `\\${name}`, beams[end]!, next);
    }
    this.#consumeEscaped(from, character, beams[at + 1]!);
    if (neverPlain.has(character) || (character === '}' && from.lost)) return;
    const afterName =
      nesting.after === 'command' || nesting.after === 'fraction' || nesting.after === 'sizing';
    if (afterName && (/[a-zA-Z]/.test(character) || (character === '{' && !from.lost))) return;
    const known = this.#model.id(character);
    const token = known < 0 ? this.#unknown : known;
    const next =
      character === '{'
        ? openedGroup(nesting, damaged, at)
        : character === '}'
          ? closed(nesting, 'group')
          : afterCharacter(nesting, character);
    if (next) this.#emit(from, token, character, beams[at + 1]!, next);
  }

  #consumeEscaped(from: Hypothesis, character: string, beam: Hypothesis[]): void {
    if (/[a-zA-Z]/.test(character) || (from.lost && character === '}') || (!from.lost && character === '_'))
      return;
    const token = this.#model.id(`\\${character}`);
    if (token < 0) return;
    const { nesting } = from;
    const paired = nesting.after !== 'sizing';
    const next =
      character === '{' && paired
        ? opened(nesting, 'set')
        : character === '}' && paired
          ? closed(nesting, 'set')
          : afterCharacter(nesting, character);
    if (next) this.#emit(from, token, `\\${character}`, beam, next);
  }

  #emit(from: Hypothesis, token: number, piece: string, beam: Hypothesis[], nesting: Nesting): void {
    const model = this.#model;
    const reached = model.reach(from.state, token);
    const gain = model.logProbabilityOf(from.state, reached);
    if (gain < minLogProbability) return;
    const score = from.score + gain + nesting.penalty;
    const state = model.stateAt(reached);
    beam.push({ score, state, lost: from.lost, nesting, piece, before: from });
    if (!from.lost) return;
    const reachedClose = model.reach(state, this.#close);
    const close = model.logProbabilityOf(state, reachedClose);
    const outside = closed(nesting, 'group');
    if (close < minCloseLogProbability || !outside) return;
    beam.push({
      score: score + close,
      state: model.stateAt(reachedClose),
      lost: false,
      nesting: outside,
      piece: `${piece}}`,
      before: from,
    });
  }

  #opensIn(state: number): Opening[] {
    let likely = this.#likelyOpens.get(state);
    if (!likely) {
      likely = [];
      const model = this.#model;
      const gains = model.logProbabilities(state, this.#opens);
      for (let place = 0; place < gains.length; place++) {
        if (gains[place]! < minLostLogProbability) continue;
        const token = this.#opens.tokens[place]!;
        const piece = model.tokens[token]!.slice(1);
        const penalty = penaltyOf(piece.slice(1, -1));
        likely.push({ piece, score: gains[place]! + penalty, state: model.next(state, token) });
      }
      this.#likelyOpens.set(state, likely);
    }
    return likely;
  }
}

function penaltyOf(lostCommand: string): number {
  if (takesTwoGroups(lostCommand)) return lostFractionPenalty;
  return lostCommand === 'mathbb' ? lostBlackboardPenalty : lostPenalty;
}

/** After a plain brace at `at`. */
function openedGroup(before: Nesting, damaged: string, at: number): Nesting {
  relationGroup.lastIndex = listGroup.lastIndex = at;
  const nesting = opened(before, 'group', relationGroup.test(damaged));
  if (before.after === 'start' && listGroup.test(damaged)) nesting.penalty += listGroupPenalty;
  return nesting;
}
