const shown = 3;

/** The first names of a list in a message: `a, b, c, …`. */
export const someNames = (names: readonly string[]): string =>
  [...names.slice(0, shown), ...(names.length > shown ? ['…'] : [])].join(', ');
