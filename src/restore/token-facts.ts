import type { Tokens } from './tokens.ts';

/** What is known of a token by itself. */
export interface TokenFacts {
  /** See `shapeOf`. */
  shape: number;
  /** Log-odds of mathematics in whole steps, 1 to 15 around 8; 0 for a word hardly seen. */
  level: number;
  /** See `coverKinds`. */
  cover: number;
}

/** What is known of words. */
export interface TokenLexicon {
  factsOf(word: string): TokenFacts;
}

/** Tokens with what is known of each. */
export interface DescribedTokens extends Tokens {
  facts: readonly TokenFacts[];
}

/** Looks every token up, once for all that asks for it. */
export const describe = (tokens: Tokens, lexicon: TokenLexicon): DescribedTokens => ({
  ...tokens,
  facts: tokens.words.map((word) => lexicon.factsOf(word)),
});
