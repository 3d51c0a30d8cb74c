/** The kinds of words; a token of another kind is its character code plus `character`. */
export const shapes = {
  digits: 1,
  lower: 2,
  upper: 3,
  lowerFew: 4,
  lowerMany: 5,
  capitals: 6,
  capitalised: 7,
  mixed: 8,
  character: 16,
} as const;

/** The shape of a token: what kind of letters, how many, or which other character. */
export function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (!/^[A-Za-z0-9]/.test(word)) return shapes.character + (word.codePointAt(0) ?? first);
  if (/^[0-9]/.test(word)) return shapes.digits;
  if (word.length === 1) return first >= 97 ? shapes.lower : shapes.upper;
  if (/^[a-z]+$/.test(word)) return word.length > 3 ? shapes.lowerMany : shapes.lowerFew;
  if (/^[A-Z]+$/.test(word)) return shapes.capitals;
  return /^[A-Z][a-z]+$/.test(word) ? shapes.capitalised : shapes.mixed;
}
