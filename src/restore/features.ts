import { brackets } from './brackets.ts';
import { coverKinds } from './command-cover.ts';
import { hashNumbers } from './hash.ts';
import type { Evidence } from './evidence.ts';
import { shapes } from './shape.ts';
import type { DescribedTokens } from './token-facts.ts';

export const featureRowCount = 1 << 13;
export const featuresPerToken = 16;

/**
 * Describes every token by `featuresPerToken` rows of the feature table, from 1 up; 0 is no feature.
 * `result[token * featuresPerToken + i]`.
 */
export function featureRows(tokens: DescribedTokens, evidence: Evidence): Uint16Array {
  const { words, spaced, facts } = tokens;
  const count = words.length;
  const rows = new Uint16Array(count * featuresPerToken);
  const { partner, enclosing, depth } = brackets(words);
  const chunk = chunks(tokens);
  let at = 0;
  const add = (a: number, b = 0, c = 0, d = 0): void => {
    const kind = at % featuresPerToken;
    rows[at++] = 1 + (hashNumbers(kind, a, b, c, d) % (featureRowCount - 1));
  };
  const strength = evidence.strength;
  for (let i = 0; i < count; i++) {
    const word = words[i]!;
    const { shape: own, level, cover } = facts[i]!;
    const before = Number(spaced[i]);
    const after = Number(i + 1 === count || spaced[i + 1]);
    const space = before * 2 + after;
    const near = Number(evidence.near.has(word));
    const repeats = Math.min(evidence.counts.get(word) ?? 0, 5);
    const single = word.length === 1;
    add(own, space);
    add(level);
    add(level, space);
    add(cover, own);
    add(cover, level);
    add(strength, own);
    add(near, own, strength);
    add(Math.min(depth[i]!, 3), before, single ? own : 0);
    add(Math.min(word.length, 12), Number(own === shapes.digits));
    add(repeats, own);
    add(chunk.flags[i]!, own);
    add(chunk.place[i]!, own, Math.min(chunk.size[i]!, 7));
    add(single ? word.charCodeAt(0) : 0, near, repeats);
    const bracket =
      partner[i]! >= 0 ? i : enclosing[i]! >= 0 && partner[enclosing[i]!]! >= 0 ? enclosing[i]! : -1;
    if (bracket < 0) {
      at += featuresPerToken - (at % featuresPerToken);
      continue;
    }
    const open = Math.min(bracket, partner[bracket]!);
    const close = Math.max(bracket, partner[bracket]!);
    const role = (bracket === i ? words[i]! : words[open]!).charCodeAt(0) + (bracket === i ? 256 : 0);
    const openSpaced = Number(spaced[open]);
    const closeFollowed = Number(close + 1 < count && spaced[close + 1]);
    add(role, openSpaced, open > 0 ? facts[open - 1]!.shape : 0);
    add(role, openSpaced, Math.min(close - open, 9), closeFollowed);
    add(role, openSpaced, facts[open + 1]!.level, facts[close - 1]!.level);
  }
  return rows;
}

/** For each token: marks of mathematics in the run of tokens without space around it, its place in the run. */
function chunks({ words, spaced, facts }: DescribedTokens): {
  flags: number[];
  place: number[];
  size: number[];
} {
  const flags: number[] = [];
  const place: number[] = [];
  const size: number[] = [];
  for (let start = 0; start < words.length;) {
    let end = start + 1;
    while (end < words.length && !spaced[end]) end++;
    let found = 0;
    for (let i = start; i < end; i++) {
      const mark = '^_{=\\|/<>+'.indexOf(words[i]!);
      if (mark >= 0) found |= 1 << mark;
      const { cover } = facts[i]!;
      const isCommands = cover === coverKinds.command || cover === coverKinds.commands;
      if (isCommands && words[i]!.length > 2) found |= 1 << 10;
    }
    for (let i = start; i < end; i++) {
      flags.push(found);
      place.push(Math.min(i - start, 3) * 4 + Math.min(end - 1 - i, 3));
      size.push(end - start);
    }
    start = end;
  }
  return { flags, place, size };
}
