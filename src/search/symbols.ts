/** Signs that are searched by the name of their TeX command; Greek letters are folded to theirs. */
export const signNames: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['∑', 'sum'],
  ['∏', 'prod'],
  ['∫', 'int'],
  ['∞', 'infty'],
  ['∇', 'nabla'],
  ['∂', 'partial'],
  ['≤', 'leq'],
  ['⩽', 'leq'],
  ['≥', 'geq'],
  ['⩾', 'geq'],
  ['≠', 'neq'],
  ['≈', 'approx'],
  ['≡', 'equiv'],
  ['≲', 'lesssim'],
  ['≳', 'gtrsim'],
  ['≪', 'll'],
  ['≫', 'gg'],
  ['∝', 'propto'],
  ['×', 'times'],
  ['±', 'pm'],
  ['⊗', 'otimes'],
  ['⊕', 'oplus'],
  ['∪', 'cup'],
  ['∩', 'cap'],
  ['⊂', 'subset'],
  ['⊆', 'subseteq'],
  ['∅', 'emptyset'],
  ['∀', 'forall'],
  ['∃', 'exists'],
]);

const namesOfSigns = new Set(signNames.values());

/** Whether a term is the name of a sign, as `times` is. */
export const isSign = (term: string): boolean => namesOfSigns.has(term);

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';

/** Functions that TeX has a command for, or that authors commonly make one for. */
const functionNames =
  'log ln lg exp sin cos tan sinh cosh tanh min max sup inf lim limsup liminf arg argmin argmax det dim ker deg gcd ' +
  'rank tr diag poly polylog softmax binom';

const commandNames = new Set([...greekNames.split(' '), ...functionNames.split(' '), ...signNames.values()]);

/** Other commands for the same. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['eps', 'epsilon'],
  ['le', 'leq'],
  ['leqslant', 'leq'],
  ['ge', 'geq'],
  ['geqslant', 'geq'],
  ['ne', 'neq'],
  ['varnothing', 'emptyset'],
  ['choose', 'binom'],
]);

/** The name a TeX command is searched by (`\varepsilon` is `epsilon`, `\Sigma` is `sigma`), if it has one. */
export function nameOfCommand(command: string): string | undefined {
  const lower = command.toLowerCase();
  const name = aliases.get(lower) ?? lower.replace(/^var(?=[a-z])/, '');
  return commandNames.has(name) ? name : undefined;
}
