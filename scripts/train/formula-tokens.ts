import { mathRegions } from '#restore/math-regions.ts';
import { previousWord } from '#restore/previous-word.ts';
import { renders } from '#restore/renders.ts';
import { lostClose } from '#restore/tex-vocabulary.ts';
import type { CorpusPaper } from './corpus.ts';
import { damageWithProvenance } from './provenance.ts';

/** A formula of the corpus as the decoder would spell it, and the word before it. */
export interface SpelledFormula {
  tokens: string[];
  wordBefore: string;
}

const maxLength = 400;

/**
 * Splits the TeX in `original.slice(start, end)` into the tokens of the decoder: commands, escaped
 * characters, characters, and for what the damage takes `L\name{` and `L}`. Undefined where a lost command
 * reaches over the ends.
 */
export function formulaTokens(
  original: string,
  start: number,
  end: number,
  takenWithCommand: Uint8Array,
): string[] | undefined {
  const tokens: string[] = [];
  let open = false;
  for (let at = start; at < end;) {
    const rest = original.slice(at, Math.min(at + 40, end));
    let token = rest[0]!;
    if (takenWithCommand[at]) {
      token = token === '}' ? lostClose : `L${/^\\[a-zA-Z]+\{/.exec(rest)?.[0] ?? ''}`;
      if (token === 'L' || open !== (token === lostClose)) return undefined;
      open = !open;
      at += token === lostClose ? 1 : token.length - 1;
      tokens.push(token);
      continue;
    }
    if (token === '\\') token = /^\\(?:[a-zA-Z]+|[^]?)/.exec(rest)![0];
    if (token === '$') return undefined;
    if (!/\s/.test(token)) tokens.push(token);
    at += token.length;
  }
  return open ? undefined : tokens;
}

/** All formulas of a paper's abstract and title that KaTeX takes. */
export function spelledFormulas(paper: CorpusPaper): SpelledFormula[] {
  const found: SpelledFormula[] = [];
  for (const original of [paper.abstract, paper.title]) {
    if (!original.includes('$') || original.includes('$$')) continue;
    const { takenWithCommand } = damageWithProvenance(original);
    for (const { start, innerStart, innerEnd } of mathRegions(original)) {
      if (innerEnd - innerStart > maxLength) continue;
      const tokens = formulaTokens(original, innerStart, innerEnd, takenWithCommand);
      if (!tokens || tokens.length === 0 || !renders(original.slice(innerStart, innerEnd))) continue;
      found.push({ tokens, wordBefore: previousWord(original, start) });
    }
  }
  return found;
}
