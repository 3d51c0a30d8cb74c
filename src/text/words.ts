import { cutLoose } from './cut-loose.ts';
import { fold } from './fold.ts';
import { prose } from './prose.ts';
import { stem } from './stem.ts';

/**
 * A form of a word. `number` counts the forms that this thread has met, so that tables can be kept by it. `surface` is
 * as written, `folded` for comparing, `stem` for comparing inflections. `capitals`: written with two capital letters or
 * more (`LLMs`, `NeRF`), hence a name and not a common word.
 */
export interface WordForm {
  number: number;
  surface: string;
  folded: string;
  stem: string;
  capitals: boolean;
}

/** A word in its place. `glued`: nothing but spaces or hyphens stand between it and the word before. */
export interface Word {
  form: WordForm;
  glued: boolean;
}

const forms = new Map<string, WordForm>();

function formOf(written: string): WordForm {
  let form = forms.get(written);
  if (form === undefined) {
    const surface = cutLoose(written);
    const folded = fold(surface);
    const capitals = /\p{Lu}.*\p{Lu}/u.test(surface);
    form = { number: forms.size, surface, folded, stem: stem(folded), capitals };
    forms.set(surface, form);
  }
  return form;
}

/** `make`, called once for each form: its answers stand in a table by the numbers of the forms. */
export function onceForForm<Value extends NonNullable<unknown>>(
  make: (form: WordForm) => Value,
): (form: WordForm) => Value {
  const known: (Value | undefined)[] = [];
  return (form) => {
    const value = known[form.number];
    if (value !== undefined) return value;
    // Not to be written far behind its end: it would become a table of pairs, several times as slow.
    while (known.length <= form.number) known.push(undefined);
    return (known[form.number] = make(form));
  };
}

const unseen = 0;
const ofWord = 1;
const glue = 2;
const other = 3;

const classes = new Uint8Array(2 ** 16);

/** Whether a character is part of words, may stand between two of a phrase, or neither. */
function classOf(code: number): number {
  const known = code < classes.length ? classes[code]! : unseen;
  if (known !== unseen) return known;
  const character = String.fromCodePoint(code);
  const found = /[\p{L}\p{N}\p{M}]/u.test(character) ? ofWord : /[\s\-‐-―/_]/.test(character) ? glue : other;
  if (code < classes.length) classes[code] = found;
  return found;
}

/** The words of a text in order; hyphens and slashes separate, formulas and addresses are left out. */
export function words(text: string): Word[] {
  const plain = prose(text);
  const found: Word[] = [];
  let start = -1;
  let end = -1;
  let glued = false;
  const take = (to: number): void => {
    const isPossessive = to === start + 1 && plain[start] === 's' && isApostrophe(plain, end, start);
    if (!isPossessive) found.push({ form: formOf(plain.slice(start, to)), glued });
    end = to;
    start = -1;
    glued = true;
  };
  for (let at = 0; at < plain.length;) {
    const code = plain.codePointAt(at)!;
    const kind = classOf(code);
    if (kind === ofWord) {
      if (start < 0) start = at;
    } else {
      if (start >= 0) take(at);
      if (kind === other) glued = false;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (start >= 0) take(plain.length);
  return found;
}

/** Whether an apostrophe and nothing else stands between two words. */
const isApostrophe = (text: string, end: number, start: number): boolean =>
  end >= 0 && start === end + 1 && (text[end] === "'" || text[end] === '’');
