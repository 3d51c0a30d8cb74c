/** How many words in a row make a shingle. */
const shingleWords = 3;

/** The sorted set of the 32-bit hashes of all runs of `shingleWords` words; a shorter text is one shingle. */
export function shingles(words: Uint32Array): Uint32Array {
  return uniqueOfSorted(shingleHashes(words).sort());
}

/**
 * The `size` smallest elements of `shingles(words)`: two sets share about as many of their smallest elements as they
 * share of all.
 */
export function shingleSketch(words: Uint32Array, size: number): Uint32Array {
  const smallest = new Uint32Array(size);
  let filled = 0;
  for (const hash of shingleHashes(words)) {
    if (filled === size && hash >= (smallest[size - 1] ?? 0)) continue;
    let place = filled;
    while (place > 0 && (smallest[place - 1] ?? 0) >= hash) place -= 1;
    if (place < filled && smallest[place] === hash) continue;
    filled = Math.min(filled + 1, size);
    smallest.copyWithin(place + 1, place, filled - 1);
    smallest[place] = hash;
  }
  return smallest.slice(0, filled);
}

function shingleHashes(words: Uint32Array): Uint32Array {
  const count = Math.max(words.length - shingleWords + 1, Math.min(words.length, 1));
  const hashes = new Uint32Array(count);
  for (let start = 0; start < count; start += 1) {
    let hash = 0;
    for (let offset = 0; offset < shingleWords; offset += 1) {
      hash = mixed(Math.imul(hash, 31) + (words[start + offset] ?? 0));
    }
    hashes[start] = hash;
  }
  return hashes;
}

function uniqueOfSorted(sorted: Uint32Array): Uint32Array {
  let unique = 0;
  for (const element of sorted) {
    if (unique > 0 && element === sorted[unique - 1]) continue;
    sorted[unique] = element;
    unique += 1;
  }
  return sorted.slice(0, unique);
}

/** How many elements two sorted sets share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/** The finaliser of MurmurHash3: every bit of the input changes about half of the output. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
