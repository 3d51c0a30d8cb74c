/** A 32-bit hash of a string (FNV-1a with a final mix), never negative. */
export function hashString(text: string, seed = 0): number {
  return finish(addText(2166136261 ^ seed, text));
}

const space = 32;
const addCode = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

function addText(hash: number, text: string): number {
  for (let at = 0; at < text.length; at++) hash = addCode(hash, text.charCodeAt(at));
  return hash;
}

/** The hash of these parts with a space between them. */
export function hashParts(
  seed: number,
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
): number {
  let hash = addText(2166136261 ^ seed, first);
  if (second !== undefined) hash = addText(addCode(hash, space), second);
  if (third !== undefined) hash = addText(addCode(hash, space), third);
  if (fourth !== undefined) hash = addText(addCode(hash, space), fourth);
  return finish(hash);
}

/** A 32-bit hash of a few small integers, never negative. */
export function hashNumbers(a: number, b: number, c = 0, d = 0, e = 0): number {
  let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 15)) + c, 0x27d4eb2f);
  hash = Math.imul((hash ^ (hash >>> 15)) + d, 0x165667b1);
  return finish(Math.imul((hash ^ (hash >>> 15)) + e, 0x9e3779b1));
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
