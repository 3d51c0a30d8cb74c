/** What a reader of TeX knows of the groups around a place in a formula. */
export interface Nesting {
  /** The groups that are open, innermost last: `g` braces, `n` those of a numerator, `s` the braces of a set. */
  open: string;
  /** What was read last. */
  after: 'start' | 'command' | 'fraction' | 'sizing' | 'script' | 'atom' | 'numerator';
  /** Natural logarithm of how unlikely the last step was for reasons that no n-gram sees. */
  penalty: number;
}

export const emptyNesting: Nesting = { open: '', after: 'start', penalty: 0 };

const groups = { group: 'g', numerator: 'n', set: 's' } as const;
/** Braces after a symbol are what is left of a fraction; authors hardly write them otherwise. */
const orphanPenalty = -7;
/** A symbol before a set in braces. */
const productPenalty = -3;
/** Few write a fraction in a script without braces around it. */
const bareFractionPenalty = -6;
const missingDenominatorPenalty = -3;

/** Whether a command takes two groups, as a fraction does. */
export function takesTwoGroups(name: string): boolean {
  return /^(?:[cdt]?frac|[dt]?binom|overset|underset|stackrel)$/.test(name);
}

/** After an opening brace. `relation` tells that only an operator is in the group, as in `D{=}1`. */
export function opened({ open, after }: Nesting, kind: keyof typeof groups, relation = false): Nesting {
  if (relation && after === 'numerator')
    return { open: open + groups[kind], after: 'start', penalty: orphanPenalty };
  const group = kind === 'group' && after === 'fraction' ? 'numerator' : kind;
  return { open: open + groups[group], after: 'start', penalty: relation ? 0 : openingPenalty(kind, after) };
}

function openingPenalty(kind: keyof typeof groups, after: Nesting['after']): number {
  if (kind === 'numerator') return after === 'script' ? bareFractionPenalty : 0;
  if (after !== 'atom') return 0;
  return kind === 'group' ? orphanPenalty : productPenalty;
}

/** After a closing brace, or undefined where it does not fit the innermost group. */
export function closed({ open }: Nesting, kind: 'group' | 'set'): Nesting | undefined {
  const innermost = open.at(-1);
  if (innermost === undefined || (innermost === 's') !== (kind === 'set')) return undefined;
  return { open: open.slice(0, -1), after: innermost === 'n' ? 'numerator' : 'atom', penalty: 0 };
}

/** After a command name. */
export function afterCommand({ open, after: before }: Nesting, name: string): Nesting {
  const sizing = /^(?:left|right|middle|[bB]igg?[lrm]?)$/.test(name);
  const after = sizing ? 'sizing' : takesTwoGroups(name) ? 'fraction' : 'command';
  return { open, after, penalty: penaltyAfter(before) };
}

/** After a character, or white space, that opens or closes nothing. */
export function afterCharacter({ open, after }: Nesting, character: string): Nesting {
  if (character === ' ') return { open, after: after === 'numerator' ? after : 'start', penalty: 0 };
  const kind =
    character === '^' || character === '_' ? 'script' : /[A-Za-z0-9)\]'!]/.test(character) ? 'atom' : 'start';
  return { open, after: kind, penalty: penaltyAfter(after) };
}

function penaltyAfter(after: Nesting['after']): number {
  return after === 'numerator' ? missingDenominatorPenalty : 0;
}
