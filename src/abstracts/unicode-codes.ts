/** MathJax's command for a character, which KaTeX lacks: `$\unicode{x2013}$`, `\unicode{8211}`. */
const command = /\\unicode\{(x[0-9a-fA-F]{1,6}|[0-9]{1,7})\}/g;

/** Puts the characters in the place of their commands. */
export function withoutUnicodeCommands(tex: string): string {
  return tex.replace(command, (source, code: string) => characterOf(code) ?? source);
}

/** The dash, quotation mark or blank that a formula is all of, and that the text around it is to have instead. */
export function punctuationOf(tex: string): string | null {
  if (!tex.includes('\\unicode')) return null;
  const text = withoutUnicodeCommands(tex).trim() || ' ';
  return /^[\p{P}\p{Z}]$/u.test(text) ? text : null;
}

/** The character of a code such as `x2013` or `8211`; null of one that has no look. */
export function characterOf(code: string): string | null {
  const point = Number(code.startsWith('x') ? `0${code}` : code);
  if (point > 0x10ffff) return null;
  const character = String.fromCodePoint(point);
  return /^\p{C}$/u.test(character) ? null : character;
}
