import type { Topic } from './schema.ts';

/** A word of letters and digits, two of them capitals: `RL`, `LLMs`, `3DGS`, `MoE`. */
const abbreviation = /^(?=.*[A-Z].*[A-Z])[A-Za-z0-9]+$/;

/** What a topic is called in short: the abbreviations among its phrases of the highest weight, in small letters. */
export function abbreviationsOf({ phrases }: Pick<Topic, 'phrases'>): string[] {
  const strongest = Math.max(0, ...Object.keys(phrases).map(Number));
  return (phrases[String(strongest)] ?? [])
    .filter((phrase) => abbreviation.test(phrase))
    .map((phrase) => phrase.toLowerCase());
}
