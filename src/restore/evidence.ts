import { coverKinds } from './command-cover.ts';
import type { TokenLexicon } from './features.ts';
import type { Tokens } from './tokens.ts';

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
export function evidenceOf(tokens: Tokens, companion: Tokens | undefined, lexicon: TokenLexicon): Evidence {
  const near = new Set<string>();
  const counts = new Map<string, number>();
  let signs = 0;
  for (const { words } of companion ? [tokens, companion] : [tokens]) {
    words.forEach((word, i) => {
      if (words === tokens.words) counts.set(word, (counts.get(word) ?? 0) + 1);
      if (word === '^' || word === '_' || word === '=') {
        signs++;
        if (i > 0) near.add(words[i - 1]!);
        if (i + 1 < words.length && word !== '=') near.add(words[i + 1]!);
      } else if (word.length > 3 && lexicon.cover(word) === coverKinds.command && lexicon.level(word) >= 8)
        signs++;
    });
  }
  return { near, counts, strength: signs === 0 ? 0 : signs < 3 ? 1 : signs < 8 ? 2 : 3 };
}
