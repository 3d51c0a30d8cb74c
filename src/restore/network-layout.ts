export const layerDilations = [1, 2, 4, 8, 1] as const;
/** The layer before which every token learns of the whole text and of the other occurrences of its word. */
export const poolingLayer = 3;
export const labelCount = 5;

/** The parameters of the tagger. Tables are row by row; `step` is the value of one unit of an int8 table. */
export interface NetworkParameters {
  channels: number;
  embedding: { width: number; values: Int8Array; step: number };
  features: { values: Int8Array; step: number };
  /** In the order of `denseLayout`. */
  dense: Float32Array;
}

/** Where each matrix and vector begins in the dense parameters. */
export function denseLayout(channels: number, embeddingWidth: number) {
  const convolution = 3 * channels * channels + channels;
  const projectionBias = embeddingWidth * channels;
  const convolutions = projectionBias + channels;
  const textPooling = convolutions + layerDilations.length * convolution;
  const wordPooling = textPooling + channels * channels;
  const output = wordPooling + channels * channels;
  const outputBias = output + channels * 8;
  const transitions = outputBias + 16;
  const document = transitions + 64;
  const documentBias = document + 2 * channels;
  return {
    projectionBias,
    convolutions,
    convolution,
    textPooling,
    wordPooling,
    output,
    outputBias,
    transitions,
    document,
    documentBias,
    size: documentBias + 16,
  };
}
