import { HashedLexicon } from './hashed-lexicon.ts';
import { denseLayout, type NetworkParameters } from './network-layout.ts';
import { packSections, unpackSections } from './sections.ts';

/** All that the tagger knows. */
export interface TaggerParameters {
  network: NetworkParameters;
  lexicon: HashedLexicon;
}

/** Packs the tagger's parameters; the dense ones are rounded to 16 bits, each block by its largest value. */
export function packTagger({ network, lexicon }: TaggerParameters): Uint8Array {
  const { channels, embedding, features, dense } = network;
  const scales: number[] = [];
  const rounded = new Int16Array(dense.length);
  for (let at = 0; at < dense.length; at += denseBlock) {
    const block = dense.subarray(at, at + denseBlock);
    const scale = block.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9) / denseLevels;
    scales.push(scale);
    block.forEach((value, i) => (rounded[at + i] = Math.round(value / scale)));
  }
  const shape = {
    channels,
    width: embedding.width,
    embeddingStep: embedding.step,
    featureStep: features.step,
  };
  return packSections({
    shape: Buffer.from(JSON.stringify(shape)),
    commands: Buffer.from([...lexicon.commands].join('\n')),
    levels: lexicon.levels,
    embedding: new Uint8Array(embedding.values.buffer),
    features: new Uint8Array(features.values.buffer),
    denseScales: new Uint8Array(Float32Array.from(scales).buffer),
    dense: new Uint8Array(rounded.buffer),
  });
}

/** Undoes `packTagger`, up to rounding. */
export function unpackTagger(packed: Uint8Array): TaggerParameters {
  const section = unpackSections(packed);
  const text = (name: string): string => new TextDecoder().decode(section(name));
  const shape = JSON.parse(text('shape')) as Record<
    'channels' | 'width' | 'embeddingStep' | 'featureStep',
    number
  >;
  const scales = new Float32Array(section('denseScales').buffer);
  const rounded = new Int16Array(section('dense').buffer);
  if (rounded.length !== denseLayout(shape.channels, shape.width).size) {
    throw new Error('The weights of the tagger do not fit its network: train them anew with npm run train.');
  }
  return {
    network: {
      channels: shape.channels,
      embedding: {
        width: shape.width,
        values: new Int8Array(section('embedding').buffer),
        step: shape.embeddingStep,
      },
      features: { values: new Int8Array(section('features').buffer), step: shape.featureStep },
      dense: Float32Array.from(rounded, (value, i) => value * scales[Math.floor(i / denseBlock)]!),
    },
    lexicon: new HashedLexicon(new Set(text('commands').split('\n')), section('levels')),
  };
}

const denseBlock = 64;
const denseLevels = 511;
