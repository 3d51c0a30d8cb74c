import { coverKinds } from './command-cover.ts';
import type { DescribedTokens } from './token-facts.ts';

/** What the whole abstract, and its companion text, say about its tokens. */
export interface Evidence {
  /** Words that stand beside `^`, `_` or `=` somewhere. */
  near: Set<string>;
  /** How often each word occurs in the abstract itself. */
  counts: Map<string, number>;
  /** How many signs of mathematics there are: 0 none, 1 one or two, 2 up to seven, 3 more. */
  strength: number;
}

/** Gathers the evidence of one text and of its companion (the title of an abstract, the abstract of a title). */
export function evidenceOf(tokens: DescribedTokens, companion: DescribedTokens | undefined): Evidence {
  const near = new Set<string>();
  const counts = new Map<string, number>();
  let signs = 0;
  for (const { words, facts } of companion ? [tokens, companion] : [tokens]) {
    words.forEach((word, i) => {
      if (words === tokens.words) counts.set(word, (counts.get(word) ?? 0) + 1);
      if (word === '^' || word === '_' || word === '=') {
        signs++;
        if (i > 0) near.add(words[i - 1]!);
        if (i + 1 < words.length && word !== '=') near.add(words[i + 1]!);
      } else if (word.length > 3) {
        const { cover, level } = facts[i]!;
        if (cover === coverKinds.command && level >= 8) signs++;
      }
    });
  }
  return { near, counts, strength: signs === 0 ? 0 : signs < 3 ? 1 : signs < 8 ? 2 : 3 };
}
