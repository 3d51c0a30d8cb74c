/* TeX's accent commands as combining characters. */
const ACCENTS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361',
};

const LETTERS: Record<string, string> = {
  i: 'ı',
  j: 'ȷ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
};

const LETTER = /\\(ss|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|th|TH|ng|[ijoOlL])(?![a-zA-Z])(?:\{\}| *)/g;
const FONT = /\\(?:it|bf|em|rm|sc|sf|tt|emph|text(?:it|bf|rm|sc|sf|tt))(?![a-zA-Z]) */g;
const SYMBOL_ACCENT = /\\([`'^~"=.])\s*(?:\{(\p{L}\p{M}*)\}|(\p{L}\p{M}*))/gu;
const LETTER_ACCENT = /\\([uvHckrdbt])(?:\{(\p{L}\p{M}*\p{L}?)\}|\s+(\p{L}\p{M}*))/gu;

/** Accents on one letter that are resolved (`\~{\^e}` has two). */
const maxAccents = 2;

/**
 * Accents and letters that TeX spells with commands, as Unicode: `M{\"u}ller` -> `Müller`, `{\L}ukasz` -> `Łukasz`.
 * For names: braces go, `~` becomes a space, `--` a dash. Other commands stay as they are.
 */
export function resolveTexAccents(name: string): string {
  if (!/[\\{}~]/.test(name)) return name;
  const accent = (_: string, command: string, braced?: string, bare?: string) => {
    const letters = (braced ?? bare ?? '').replace('ı', 'i').replace('ȷ', 'j');
    const end = /^\p{L}\p{M}*/u.exec(letters)?.[0].length ?? 0;
    return letters.slice(0, end) + (ACCENTS[command] ?? '') + letters.slice(end);
  };
  let text = name
    .replace(/\{(\\(?:[a-zA-Z]+|[`'^~"=.]))\}/g, '$1 ')
    .replace(FONT, '')
    .replace(LETTER, (_, letter: string) => LETTERS[letter] ?? letter);
  for (let pass = 0; pass < maxAccents; pass += 1) {
    text = text.replace(SYMBOL_ACCENT, accent).replace(LETTER_ACCENT, accent);
  }
  return text
    .replace(/(?<!\\)~/g, ' ')
    .replace(/[{}]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
