/** Where the letters A, a and the digit 0 of each `mathvariant` stand among Unicode's mathematical letters. */
const variants: Readonly<Record<string, readonly [number, number, number?]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  'bold-italic': [0x1d468, 0x1d482, 0x1d7ce],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that Unicode had before, and keeps where they were. */
const elsewhere: Readonly<Record<string, string>> = {
  script: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ',
  fraktur: 'CℭHℌIℑRℜZℨ',
  'double-struck': 'CℂHℍNℕPℙQℚRℝZℤ',
};

/**
 * Text in the letters of a `mathvariant`: `R`, double-struck, is `ℝ`. Browsers do not heed the attribute, and what has
 * lost its markup keeps them. Characters without such a letter stay.
 */
export function mathLetters(text: string, variant: string | undefined): string {
  const starts = variant !== undefined && Object.hasOwn(variants, variant) ? variants[variant]! : null;
  if (starts === null) return text;
  const earlier = [...(elsewhere[variant!] ?? '')];
  return [...text].map((character) => letter(character, starts, earlier)).join('');
}

function letter(
  character: string,
  [upper, lower, digit]: readonly [number, number, number?],
  earlier: string[],
): string {
  const index = earlier.indexOf(character);
  if (index >= 0 && index % 2 === 0) return earlier[index + 1]!;
  const code = character.charCodeAt(0);
  if (/^[A-Z]$/.test(character)) return String.fromCodePoint(upper + code - 65);
  if (/^[a-z]$/.test(character)) return String.fromCodePoint(lower + code - 97);
  return digit !== undefined && /^[0-9]$/.test(character)
    ? String.fromCodePoint(digit + code - 48)
    : character;
}
