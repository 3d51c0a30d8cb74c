/** A 32-bit hash of a string (FNV-1a with a final mix), never negative. */
export function hashString(text: string, seed = 0): number {
  let hash = 2166136261 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
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
