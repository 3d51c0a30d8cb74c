import { commandCover } from '#restore/command-cover.ts';
import { shapeOf } from '#restore/shape.ts';
import type { TokenFacts, TokenLexicon } from '#restore/token-facts.ts';
import type { Example } from './examples.ts';

/** How often each word is mathematics and how often prose, with the counts of one example left out. */
export class CountedLexicon implements TokenLexicon {
  readonly counts = new Map<string, { math: number; prose: number }>();
  readonly #commands: ReadonlySet<string>;
  readonly #covers = new Map<string, number>();
  #leftOut = new Map<string, { math: number; prose: number }>();

  constructor(commands: ReadonlySet<string>) {
    this.#commands = commands;
  }

  add(example: Example): void {
    count(example, this.counts);
  }

  /** From now on levels are as if this example, which has been added, had not been. */
  leaveOut(example: Example | undefined): void {
    this.#leftOut = new Map();
    if (example) count(example, this.#leftOut);
  }

  factsOf(word: string): TokenFacts {
    return { shape: shapeOf(word), level: this.level(word), cover: this.#cover(word) };
  }

  level(word: string): number {
    const all = this.counts.get(word);
    if (!all) return 0;
    const out = this.#leftOut.get(word);
    return levelOf(all.math - (out?.math ?? 0), all.prose - (out?.prose ?? 0));
  }

  #cover(word: string): number {
    let known = this.#covers.get(word);
    if (known === undefined) {
      known = commandCover(word, this.#commands);
      this.#covers.set(word, known);
    }
    return known;
  }
}

function levelOf(math: number, prose: number): number {
  if (math + prose < 2) return 0;
  return 8 + Math.max(-7, Math.min(7, Math.round(Math.log((math + 0.3) / (prose + 0.3)))));
}

function count(example: Example, counts: Map<string, { math: number; prose: number }>): void {
  example.tokens.words.forEach((word, i) => {
    const entry = counts.get(word) ?? { math: 0, prose: 0 };
    if (example.labels[i]) entry.math++;
    else entry.prose++;
    counts.set(word, entry);
  });
}
