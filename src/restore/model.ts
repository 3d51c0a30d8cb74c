import { readFileSync } from 'node:fs';
import { unpackNgrams } from './decoder-weights.ts';
import { Decoder } from './decoder.ts';
import { LanguageModel } from './language-model.ts';
import { unpackReranker } from './reranker-weights.ts';
import { Reranker } from './reranker.ts';
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
    tagger: new Tagger(unpackTagger(weights('tagger'))),
    decoder: new Decoder(
      new LanguageModel(unpackNgrams(weights('decoder'))),
      new Reranker(unpackReranker(weights('reranker'))),
    ),
  };
  return loaded;
}

const weights = (name: string): Uint8Array => readFileSync(new URL(`./weights/${name}.bin`, import.meta.url));
