import { fold } from './fold.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The 32-bit FNV-1a hash of each word of a text, in order. Words are runs of letters and digits, folded; everything
 * beyond ASCII counts as a letter but the blocks of punctuation.
 */
export function wordHashes(text: string): Uint32Array {
  const folded = fold(text);
  const hashes = new Uint32Array((folded.length >> 1) + 1);
  let count = 0;
  let hash = FNV_OFFSET;
  let isInside = false;
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    if (isWordCode(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      isInside = true;
    } else if (isInside) {
      hashes[count] = hash;
      count += 1;
      hash = FNV_OFFSET;
      isInside = false;
    }
  }
  if (isInside) {
    hashes[count] = hash;
    count += 1;
  }
  return hashes.slice(0, count);
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code > 0xbf && (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f);
}
