import { closeSync, openSync, writeSync } from 'node:fs';
import { evidenceOf } from '#restore/evidence.ts';
import { featureRows, featuresPerToken } from '#restore/features.ts';
import { describe } from '#restore/token-facts.ts';
import { wordRows } from '#restore/word-rows.ts';
import type { Example } from './examples.ts';
import type { CountedLexicon } from './lexicon.ts';

/** The words of all examples, as rows of the embedding table. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  id(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(word, id);
    }
    return id;
  }

  /** int32: number of words, then for each word the number of its rows and the rows. */
  write(file: string): void {
    const values: number[] = [this.#ids.size];
    for (const word of this.#ids.keys()) {
      const rows = wordRows(word);
      values.push(rows.length, ...rows);
    }
    const descriptor = openSync(file, 'w');
    writeSync(descriptor, new Uint8Array(Int32Array.from(values).buffer));
    closeSync(descriptor);
  }
}

/**
 * Writes examples for tagger.cpp: int32 number of examples and features per token; for each example int32
 * tokens, float32 weight, per token int32 word, per token uint16 features, per token uint8 label, per token
 * uint8 spaced, zeros up to a multiple of four bytes.
 */
export function writeExamples(
  file: string,
  examples: readonly Example[],
  lexicon: CountedLexicon,
  vocabulary: Vocabulary,
  leaveOut: boolean,
): void {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, new Uint8Array(Int32Array.of(examples.length, featuresPerToken).buffer));
  for (const example of examples) {
    lexicon.leaveOut(leaveOut ? example : undefined);
    const tokens = describe(example.tokens, lexicon);
    const companion = example.companion && describe(example.companion, lexicon);
    const count = tokens.words.length;
    const size = 8 + count * (4 + 2 * featuresPerToken + 2);
    const record = new Uint8Array(size + ((4 - (size % 4)) % 4));
    new Int32Array(record.buffer, 0, 1)[0] = count;
    new Float32Array(record.buffer, 4, 1)[0] = example.weight;
    new Int32Array(record.buffer, 8, count).set(tokens.words.map((word) => vocabulary.id(word)));
    const rows = featureRows(tokens, evidenceOf(tokens, companion));
    new Uint16Array(record.buffer, 8 + 4 * count, rows.length).set(rows);
    record.set(example.labels, 8 + count * (4 + 2 * featuresPerToken));
    record.set(tokens.spaced.map(Number), 8 + count * (5 + 2 * featuresPerToken));
    writeSync(descriptor, record);
  }
  closeSync(descriptor);
}
