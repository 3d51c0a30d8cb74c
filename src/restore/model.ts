import { readFileSync } from 'node:fs';
import { unpackNgrams } from './decoder-weights.ts';
import { Decoder } from './decoder.ts';
import { LanguageModel } from './language-model.ts';
import { unpackTagger } from './tagger-weights.ts';
import { Tagger } from './tagger.ts';

/** The trained parts of the room. */
export interface Model {
  tagger: Tagger;
  decoder: Decoder;
}

let loaded: Model | undefined;

/** Reads the weights on first use: the one access to files in this room. About 20 MB for each thread. */
export function model(): Model {
  loaded ??= {
    tagger: new Tagger(unpackTagger(readFileSync(new URL('./weights/tagger.bin', import.meta.url)))),
    decoder: new Decoder(
      new LanguageModel(unpackNgrams(readFileSync(new URL('./weights/decoder.bin', import.meta.url)))),
    ),
  };
  return loaded;
}
