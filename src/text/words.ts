import { cutLoose } from './cut-loose.ts';
import { fold } from './fold.ts';
import { onceForCharacter } from './once-for-character.ts';
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

/**
 * What the hash of a word is multiplied by before each of its characters: an odd number that nobody can know, so that
 * no feed can have words that are all sought in one place. Nothing but the places depends on it.
 */
const multiplier = Math.floor(Math.random() * 2 ** 30) * 2 + 1;

/** Forms by how they are written, found without cutting them out of their texts: nearly all words were met before. */
class FormTable {
  #slots: (WordForm | undefined)[] = new Array<undefined>(2 ** 14).fill(undefined);
  #hashes = new Int32Array(2 ** 14);
  #count = 0;

  /** The form of the word at a place of a text, whose characters have this hash. */
  at(text: string, start: number, end: number, hash: number): WordForm {
    for (let slot = this.#first(hash); ; slot = this.#next(slot)) {
      const form = this.#slots[slot];
      if (form === undefined) return this.#add(cutLoose(text.slice(start, end)), slot, hash);
      const isIt =
        this.#hashes[slot] === hash &&
        form.surface.length === end - start &&
        text.startsWith(form.surface, start);
      if (isIt) return form;
    }
  }

  #add(surface: string, slot: number, hash: number): WordForm {
    const folded = fold(surface);
    const capitals = /\p{Lu}.*\p{Lu}/u.test(surface);
    const form = { number: this.#count++, surface, folded, stem: stem(folded), capitals };
    this.#slots[slot] = form;
    this.#hashes[slot] = hash;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return form;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    this.#slots = new Array<undefined>(slots.length * 2).fill(undefined);
    this.#hashes = new Int32Array(this.#slots.length);
    slots.forEach((form, old) => {
      if (form === undefined) return;
      let slot = this.#first(hashes[old]!);
      while (this.#slots[slot] !== undefined) slot = this.#next(slot);
      this.#slots[slot] = form;
      this.#hashes[slot] = hashes[old]!;
    });
  }

  #first(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #next(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }
}

const forms = new FormTable();

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

const ofWord = 1;
const glue = 2;
const other = 3;

/** Whether a character is part of words, may stand between two of a phrase, or neither. */
const classOf = onceForCharacter((character) =>
  /[\p{L}\p{N}\p{M}]/u.test(character) ? ofWord : /[\s\-‐-―/_]/.test(character) ? glue : other,
);

/** The words of a text in order; hyphens and slashes separate, formulas and addresses are left out. */
export function words(text: string): Word[] {
  const plain = prose(text);
  const found: Word[] = [];
  let start = -1;
  let end = -1;
  let hash = 0;
  let glued = false;
  const take = (to: number): void => {
    const isPossessive = to === start + 1 && plain[start] === 's' && isApostrophe(plain, end, start);
    if (!isPossessive) found.push({ form: forms.at(plain, start, to, hash), glued });
    end = to;
    start = -1;
    glued = true;
  };
  for (let at = 0; at < plain.length;) {
    const code = plain.codePointAt(at)!;
    const kind = classOf(code);
    if (kind === ofWord) {
      if (start < 0) {
        start = at;
        hash = 0;
      }
      hash = (Math.imul(hash, multiplier) + code) | 0;
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
