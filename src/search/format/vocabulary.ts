import { ByteReader, ByteWriter } from './bytes.ts';
import { readTerm, writeTerm } from './term-list.ts';

/** A word of the corpus and the number of documents that have it. */
export interface VocabularyWord {
  term: string;
  documents: number;
}

/** Words must ascend by code units. */
export function encodeVocabulary(words: readonly VocabularyWord[]): Uint8Array {
  const terms = new ByteWriter();
  const counts = new ByteWriter();
  let previous = '';
  for (const { term, documents } of words) {
    writeTerm(terms, term, previous);
    previous = term;
    counts.byte(Math.round(Math.log2(documents) * 4));
  }
  const out = new ByteWriter();
  out.integer(words.length);
  out.bytes(terms.finish());
  out.bytes(counts.finish());
  return out.finish();
}

/** `documents` comes back to within a tenth, which is enough to prefer common words. */
export function decodeVocabulary(payload: Uint8Array): VocabularyWord[] {
  const input = new ByteReader(payload);
  const words: VocabularyWord[] = [];
  let term = '';
  for (let i = input.count(3); i > 0; i--) {
    term = readTerm(input, term);
    words.push({ term, documents: 1 });
  }
  for (const word of words) word.documents = 2 ** (input.byte() / 4);
  return words;
}
