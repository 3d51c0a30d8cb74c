/** What is lost around a name in small and capital letters is a font. */
const rootOfName = /\\sqrt\{[A-Z]+[a-z]+[A-Z][A-Za-z]*\}/;

/** An operator is no part of a fraction, nor a bare brace or nothing what a font is for. */
const oddArgument =
  /\\(?:sqrt|[dt]?frac(?:\{[^{}]*\})?)\s*\\(?:approx|cdot|exp|geq?|in|leq?|ln|log|max|min|neq?|pm|rightarrow|sim|subseteq|times|to)(?![a-zA-Z])|\\(?:math|text)(?:bf|it|rm|sf|tt)(?:\\\{|\{\})/;

/** Whether authors may have written this TeX: what is not likely stands in one of some ten thousand formulas. */
export function isLikelyTex(tex: string): boolean {
  return !rootOfName.test(tex) && !oddArgument.test(tex);
}

/**
 * The TeX with what authors never write as what they write instead, which the damage makes the same of: the root of a
 * word in a font is an underlined word, and of bars of both kinds, one of each left over, those that meet the other
 * kind are the bars of a norm.
 */
export function likelierTex(tex: string): string {
  const underlined = tex.replace(/\\sqrt(?=\{\\text(?:bf|it|sc|sf|tt)\{[^{}]*\}\})/g, '\\underline');
  const bars = underlined.match(/\\?\|/g) ?? [];
  const single = bars.filter((bar) => bar === '|').length;
  if (single % 2 === 0 || (bars.length - single) % 2 === 0) return underlined;
  let read = 0;
  return underlined.replace(/\\?\|/g, (bar) => (bars[read++ ^ 1] === bar ? bar : '\\|'));
}
