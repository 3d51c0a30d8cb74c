import { Recent } from '#memo/recent.ts';
import { commandCover } from './command-cover.ts';
import { hashString } from './hash.ts';
import { shapeOf } from './shape.ts';
import type { TokenFacts, TokenLexicon } from './token-facts.ts';

export const lexiconSlots = 1 << 19;
const recentWords = 20_000;

/** A lexicon whose levels are four bits each in a table without keys: a word may meet another's level. */
export class HashedLexicon implements TokenLexicon {
  readonly commands: ReadonlySet<string>;
  /** Two levels to a byte, the even slot in the low half. */
  readonly levels: Uint8Array;
  readonly #recent = new Recent<string, TokenFacts>(recentWords);

  constructor(commands: ReadonlySet<string>, levels: Uint8Array) {
    this.commands = commands;
    this.levels = levels;
  }

  factsOf(word: string): TokenFacts {
    return this.#recent.get(word, () => ({
      shape: shapeOf(word),
      level: this.#level(word),
      cover: commandCover(word, this.commands),
    }));
  }

  #level(word: string): number {
    const slot = lexiconSlot(word);
    return (this.levels[slot >> 1]! >> ((slot & 1) * 4)) & 15;
  }
}

/** The slot of the table where the level of a word stands. */
export function lexiconSlot(word: string): number {
  return hashString(word, 8) % lexiconSlots;
}
