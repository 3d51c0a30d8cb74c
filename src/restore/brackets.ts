const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Pairs the brackets among tokens, of whichever kinds: per token the index of its partner, of the innermost
 * bracket open around it (both -1 for none), and how many are open.
 */
export function brackets(words: readonly string[]): {
  partner: Int32Array;
  enclosing: Int32Array;
  depth: Int32Array;
} {
  const partner = new Int32Array(words.length).fill(-1);
  const enclosing = new Int32Array(words.length).fill(-1);
  const depth = new Int32Array(words.length);
  const open: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    depth[i] = open.length;
    // Most words are no bracket, and cheaper told by their length than looked for.
    const isShort = word.length === 1;
    if (isShort && closes[word] && open.length > 0) {
      const start = open.pop()!;
      partner[i] = start;
      partner[start] = i;
    }
    enclosing[i] = open.at(-1) ?? -1;
    if (isShort && (word === '(' || word === '[' || word === '{')) open.push(i);
  }
  return { partner, enclosing, depth };
}
