/** How many arguments the commands that authors use most take. */
const argumentCounts: Readonly<Record<string, number>> = {
  bar: 1,
  binom: 2,
  dfrac: 2,
  dot: 1,
  frac: 2,
  hat: 1,
  mathbb: 1,
  mathcal: 1,
  overline: 1,
  sqrt: 1,
  tfrac: 2,
  tilde: 1,
  underline: 1,
  vec: 1,
  widehat: 1,
  widetilde: 1,
};

/** What is lost around an order is its accent. */
const rootOfOrder = /\\(?:sqrt|[dt]?frac)\{\\mathcal\{O\}/;

/**
 * Whether every command that takes arguments finds them: KaTeX would read the bracket in `\frac{n})` as a
 * denominator. Neither is a root ever drawn from the `\mathcal{O}` of an order.
 */
export function argumentsFit(tex: string): boolean {
  if (rootOfOrder.test(tex)) return false;
  for (const match of tex.matchAll(/\\([a-z]+)/g)) {
    let at = match.index + match[0].length;
    for (let left = argumentCounts[match[1]!] ?? 0; left > 0; left--) {
      at = argumentEnd(tex, at);
      if (at < 0) return false;
    }
  }
  return true;
}

/** Where the argument that begins at or after `at` ends; -1 for punctuation, nothing, and lone round brackets. */
function argumentEnd(tex: string, at: number): number {
  while (tex[at] === ' ') at++;
  if (tex[at] === '[') at = tex.indexOf(']', at) + 1;
  const command = /^\\[a-zA-Z]+/.exec(tex.slice(at, at + 40));
  if (command) return at + command[0].length;
  if (tex[at] !== '{') return /[A-Za-z0-9*\u0080-\uffff]/.test(tex[at] ?? '') ? at + 1 : -1;
  let depth = 0;
  let brackets = 0;
  for (; at < tex.length && brackets >= 0; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '(') brackets++;
    else if (tex[at] === ')') brackets--;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return brackets === 0 ? at + 1 : -1;
  }
  return -1;
}
