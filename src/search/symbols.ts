/** Signs that are searched by the name of their TeX command; Greek letters are folded to theirs. */
export const signNames: ReadonlyMap<string, string> = new Map([
  ['∞', 'infty'],
  ['∇', 'nabla'],
  ['∂', 'partial'],
]);

const commandNames = new Set([
  ...'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau'.split(
    ' ',
  ),
  ...'upsilon phi chi psi omega'.split(' '),
  ...signNames.values(),
]);

/** The name a TeX command is searched by (`\varepsilon` is `epsilon`, `\Sigma` is `sigma`), if it has one. */
export function nameOfCommand(command: string): string | undefined {
  const name = command.toLowerCase().replace(/^var(?=[a-z])/, '');
  return commandNames.has(name) ? name : undefined;
}
