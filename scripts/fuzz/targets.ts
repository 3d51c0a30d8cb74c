import { Random } from '../random.ts';
import { readerTarget } from './reader-target.ts';
import { searchTargets } from './search-targets.ts';
import { seedFeeds, seedTexts } from './seeds.ts';
import type { Target } from './target.ts';
import { textTargets } from './text-targets.ts';

/** All targets, in the order in which they take turns. */
export async function fuzzTargets(): Promise<Target[]> {
  const feeds = seedFeeds();
  const texts = await seedTexts(feeds);
  return [readerTarget(feeds), ...textTargets(texts), ...searchTargets(texts)];
}

/** One case: the same input for the same seed, target and number. */
export function fuzzCase(target: Target, seed: number, number: number) {
  let offset = 0;
  for (const character of target.name) offset = Math.imul(offset, 31) + character.codePointAt(0)!;
  const input = target.make(
    new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b) ^ offset),
  );
  return { input, run: () => target.run(input) };
}
