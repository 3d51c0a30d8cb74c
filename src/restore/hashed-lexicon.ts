import { commandCover } from './command-cover.ts';
import type { TokenLexicon } from './features.ts';
import { hashString } from './hash.ts';

export const lexiconSlots = 1 << 19;
const maxKnownWords = 40_000;

/** A lexicon whose levels are four bits each in a table without keys: a word may meet another's level. */
export class HashedLexicon implements TokenLexicon {
  readonly commands: ReadonlySet<string>;
  /** Two levels to a byte, the even slot in the low half. */
  readonly levels: Uint8Array;
  readonly #covers = new Map<string, number>();

  constructor(commands: ReadonlySet<string>, levels: Uint8Array) {
    this.commands = commands;
    this.levels = levels;
  }

  level(word: string): number {
    const slot = lexiconSlot(word);
    return (this.levels[slot >> 1]! >> ((slot & 1) * 4)) & 15;
  }

  cover(word: string): number {
    let known = this.#covers.get(word);
    if (known === undefined) {
      known = commandCover(word, this.commands);
      if (this.#covers.size >= maxKnownWords) this.#covers.clear();
      this.#covers.set(word, known);
    }
    return known;
  }
}

/** The slot of the table where the level of a word stands. */
export function lexiconSlot(word: string): number {
  return hashString(word, 8) % lexiconSlots;
}
