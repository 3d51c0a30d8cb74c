const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** Letters and signs that are searched by name; `ς` (final sigma) counts as `σ`. */
export const symbolNames: ReadonlyMap<string, string> = new Map([
  ...greekNames.map((name, i): [string, string] => [
    String.fromCodePoint(0x3b1 + i + (i > 16 ? 1 : 0)),
    name,
  ]),
  ['ς', 'sigma'],
  ['∞', 'infty'],
  ['∇', 'nabla'],
  ['∂', 'partial'],
]);

const commandNames = new Set(symbolNames.values());

/** The name a TeX command is searched by (`\varepsilon` is `epsilon`, `\Sigma` is `sigma`), if it has one. */
export function nameOfCommand(command: string): string | undefined {
  const name = command.toLowerCase().replace(/^var(?=[a-z])/, '');
  return commandNames.has(name) ? name : undefined;
}
