import type { Nesting } from './nesting.ts';

/** The beginning of an original, and the hypothesis that it was made of by one piece more. */
export interface Hypothesis {
  score: number;
  state: number;
  /** Whether a command that the damage took is open: it ends at the next closing brace. */
  lost: boolean;
  nesting: Nesting;
  piece: string;
  before: Hypothesis | undefined;
}

/** The best hypotheses of one position, of those that cannot differ from here on only the best. */
export function survivors(hypotheses: Hypothesis[], width: number): Hypothesis[] {
  hypotheses.sort((a, b) => b.score - a.score);
  const kept: Hypothesis[] = [];
  for (const hypothesis of hypotheses) {
    const { state, lost, nesting } = hypothesis;
    const better = kept.some(
      (k) =>
        k.state === state &&
        k.lost === lost &&
        k.nesting.open === nesting.open &&
        k.nesting.after === nesting.after,
    );
    if (better) continue;
    kept.push(hypothesis);
    if (kept.length === width) break;
  }
  return kept;
}

/** The text whose pieces led to a hypothesis. */
export function spell(hypothesis: Hypothesis): string {
  const pieces: string[] = [];
  for (let at: Hypothesis | undefined = hypothesis; at; at = at.before) pieces.push(at.piece);
  return pieces.reverse().join('');
}
