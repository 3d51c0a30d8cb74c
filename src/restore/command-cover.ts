/** How a word may be made of glued command names, as `mtimes` is of `m` and `\times`. */
export const coverKinds = {
  none: 0,
  command: 1,
  commands: 2,
  oneLetterMore: 3,
  twoLettersMore: 4,
  mostly: 5,
} as const;

const maxWordLength = 40;
const maxCommandLength = 16;

/** Finds how much of `word` the names in `commands` can cover, and sorts the answer into `coverKinds`. */
export function commandCover(word: string, commands: ReadonlySet<string>): number {
  const length = word.length;
  if (length < 2 || length > maxWordLength) return coverKinds.none;
  if (commands.has(word)) return coverKinds.command;
  const covered = new Int16Array(length + 1);
  for (let at = 0; at < length; at++) {
    covered[at + 1] = Math.max(covered[at + 1]!, covered[at]!);
    for (let size = 2; size <= maxCommandLength && at + size <= length; size++) {
      if (commands.has(word.slice(at, at + size)))
        covered[at + size] = Math.max(covered[at + size]!, covered[at]! + size);
    }
  }
  const left = length - covered[length]!;
  if (left === length) return coverKinds.none;
  if (left === 0) return coverKinds.commands;
  if (left === 1) return coverKinds.oneLetterMore;
  if (left === 2) return coverKinds.twoLettersMore;
  return covered[length]! >= 4 && covered[length]! * 2 >= length ? coverKinds.mostly : coverKinds.none;
}
