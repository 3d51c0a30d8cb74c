import type { Sighting } from '#sightings/schema.ts';
import { shingles, shingleSketch } from '#text/shingles.ts';
import { wordHashes } from '#text/word-hashes.ts';
import { normaliseTitle, withoutTex } from './normalise-title.ts';

/** What identity is decided by. */
export interface Fingerprint {
  /** The normalised title. */
  title: string;
  /** A hash of the words of the abstract; empty when there are too few to tell. */
  abstract: string;
  wordCount: number;
  /** The smallest shingle hashes of the abstract. */
  sketch: Uint32Array;
}

/** Elements of a sketch. */
const sketchSize = 8;

/** An abstract with fewer words than this tells nothing about the paper ("No abstract available."). */
const minAbstractWords = 8;

/** The fingerprint of a sighting. */
export function fingerprint(sighting: Sighting): Fingerprint {
  const words = wordHashes(withoutTex(sighting.abstract));
  const tells = words.length >= minAbstractWords;
  return {
    title: normaliseTitle(sighting.title),
    abstract: tells ? sequenceHash(words) : '',
    wordCount: words.length,
    sketch: tells ? shingleSketch(words, sketchSize) : new Uint32Array(),
  };
}

/** The shingles of an abstract, for comparing two. */
export function abstractShingles(abstract: string): Uint32Array {
  return shingles(wordHashes(withoutTex(abstract)));
}

/** 64 bits in hexadecimal: the words folded by two multiplicative hashes. */
function sequenceHash(words: Uint32Array): string {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (const word of words) {
    high = Math.imul(high ^ word, 0x01000193);
    high ^= high >>> 15;
    low = Math.imul(low ^ word, 0x5bd1e995);
    low ^= low >>> 13;
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
