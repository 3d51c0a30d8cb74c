/** The combining character of each accent command of running text. */
const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const dotless = new Map([
  ['\\i', 'i'],
  ['\\j', 'j'],
  ['ı', 'i'],
  ['ȷ', 'j'],
]);

const accented =
  /\\(?:([`'^"~=.])|([uvHrckdb])(?:\s+|(?=[{\\])))(?:\{\s*(\\[ij]|\p{L}?)\s*\}|(\\[ij](?![A-Za-z])(?: (?=\p{L}))?|\p{L}))/uy;

/**
 * Reads an accent of running text at `at`, in any of its spellings (`\"o`, `\'{e}`, `\v{c}`, `\H o`, `\'{\i}`).
 *
 * @returns the letter and where it ends; null when no such letter exists, as in `\"quoted\"`.
 */
export function readAccent(text: string, at: number): { letter: string; end: number } | null {
  accented.lastIndex = at;
  const match = accented.exec(text);
  if (!match) return null;
  const [whole, sign, name, braced, bare] = match;
  const accent = sign ?? name ?? '';
  const argument = braced ?? bare ?? '';
  const base = dotless.get(argument.trim()) ?? argument;
  const letter = `${base}${combining[accent]}`.normalize('NFC');
  const isLetter = base !== '' && [...letter].length === 1;
  const isQuotation = bare !== undefined && (isQuoted(text, at, accent) || isPossessive(text, at));
  return isLetter && !isQuotation ? { letter, end: at + whole.length } : null;
}

/** `GPT-4\'s` is an apostrophe that some program escaped, not an accent. */
function isPossessive(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]\\'s(?!\p{L})/u.test(text.slice(at - 1, at + 4));
}

/** `\"a word\"` is a quotation that some program escaped, not an umlaut. */
function isQuoted(text: string, at: number, accent: string): boolean {
  if (accent !== '"' && accent !== "'") return false;
  if (at > 0 && /[\p{L}\p{N}\\}]/u.test(text[at - 1]!)) return false;
  const close = text.indexOf(`\\${accent}`, at + 2);
  return close > 0 && close - at < 200 && !/[\p{L}{\\]/u.test(text[close + 2] ?? ' ');
}
