import fc from 'fast-check';
import { expect, test } from 'vitest';
import { featureRowCount, featuresPerToken } from '../../../src/restore/features.ts';
import { unitsPerActivation } from '../../../src/restore/row-kernels.ts';
import {
  denseLayout,
  labelCount,
  layerDilations,
  type NetworkParameters,
  poolingLayer,
} from '../../../src/restore/network-layout.ts';
import { packFactor, roundFactors } from '../../../src/restore/network-memory.ts';
import { Network } from '../../../src/restore/network.ts';
import { wordRowCount, wordRows } from '../../../src/restore/word-rows.ts';

const channels = 16;
const width = 4;
const layout = denseLayout(channels, width);
const maxTokens = 40;
const featureKinds = 200;

/** Parameters like those of a trained network, from a seed. */
function parametersOf(seed: number): NetworkParameters {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return {
    channels,
    embedding: {
      width,
      values: Int8Array.from({ length: wordRowCount * width }, () => 20 * random()),
      step: 0.02,
    },
    features: {
      values: Int8Array.from({ length: featureRowCount * channels }, () => 30 * random()),
      step: 0.01,
    },
    dense: Float32Array.from({ length: layout.size }, () => 0.4 * random()),
  };
}

type Matrix = number[][];
const zeros = (rows: number): Matrix =>
  Array.from({ length: rows }, () => new Array<number>(channels).fill(0));

/** The network in the plainest arithmetic, with the rounding of factors alone. */
function plainly({ embedding, features, dense }: NetworkParameters, words: string[], rows: Uint16Array) {
  const bias = (at: number): number[] => [...dense.subarray(at, at + channels)];
  const factor = (at: number, taps: number): Matrix[] => {
    const values = dense.subarray(at, at + taps * channels * channels);
    const most = Math.max(...values.map(Math.abs));
    return Array.from({ length: taps }, (_, tap) =>
      Array.from({ length: channels }, (__, c) =>
        Array.from({ length: channels }, (___, j) => {
          const value = values[(tap * channels + c) * channels + j]!;
          return (Math.round((value / most) * 1023) / 1023) * most;
        }),
      ),
    );
  };
  const times = (row: number[], matrix: Matrix): number[] =>
    matrix[0]!.map((_, j) => row.reduce((sum, value, c) => sum + value * matrix[c]![j]!, 0));
  const active = (row: number[]): number[] => {
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / channels + 1e-2);
    return row.map((value) => Math.max(0, value) / norm);
  };
  const rounded = (row: number[]): number[] =>
    row.map((value) => Math.floor(value * unitsPerActivation + 0.5) / unitsPerActivation);
  const plus = (a: number[], b: number[]): number[] => a.map((value, c) => value + b[c]!);
  const mean = (all: Matrix): number[] => all.reduce(plus).map((value) => value / all.length);

  let hidden = words.map((word, t) => {
    let row = bias(layout.projectionBias);
    wordRows(word).forEach((place, i, { length }) => {
      const scale = embedding.step * (i === 0 ? 1 : 1 / Math.sqrt(length - 1));
      for (let j = 0; j < width; j++)
        row = row.map(
          (sum, c) => sum + scale * embedding.values[place * width + j]! * dense[j * channels + c]!,
        );
    });
    for (const feature of rows.subarray(t * featuresPerToken, (t + 1) * featuresPerToken))
      if (feature > 0)
        row = row.map((sum, c) => sum + features.step * features.values[feature * channels + c]!);
    return row;
  });
  layerDilations.forEach((dilation, layer) => {
    if (layer === poolingLayer) {
      const acts = hidden.map(active);
      const text = times(rounded(mean(acts)), factor(layout.textPooling, 1)[0]!);
      const [wordPooling] = factor(layout.wordPooling, 1);
      hidden = hidden.map((row, t) => {
        const same = acts.filter((_, other) => words[other] === words[t]);
        return plus(plus(row, times(rounded(mean(same)), wordPooling!)), text);
      });
    }
    const at = layout.convolutions + layer * layout.convolution;
    const taps = factor(at, 3);
    const rowsIn = hidden.map((row) => rounded(active(row)));
    hidden = hidden.map((row, t) =>
      [-dilation, 0, dilation].reduce(
        (sum, shift, tap) => plus(sum, times(rowsIn[t + shift] ?? zeros(1)[0]!, taps[tap]!)),
        plus(row, bias(at + 3 * channels * channels)),
      ),
    );
  });
  const acts = hidden.map(active);
  const odds = mean(acts).reduce(
    (sum, value, c) =>
      sum +
      value * dense[layout.document + c]! +
      Math.max(...acts.map((row) => row[c]!)) * dense[layout.document + channels + c]!,
    dense[layout.documentBias]!,
  );
  const emissions = acts.flatMap((row) =>
    Array.from({ length: labelCount }, (_, label) =>
      row.reduce(
        (sum, value, c) => sum + value * dense[layout.output + label * channels + c]!,
        dense[layout.outputBias + label]!,
      ),
    ),
  );
  return { mathProbability: 1 / (1 + Math.exp(-odds)), emissions };
}

const text = fc
  .array(fc.constantFrom('the', 'x', 'mathcalO', '(', ')', 'n', 'log', '2', 'ε', 'graph'), {
    minLength: 1,
    maxLength: maxTokens,
  })
  .chain((words) =>
    fc.record({
      words: fc.constant(words),
      features: fc
        .array(fc.integer({ min: 0, max: featureKinds }), {
          minLength: words.length * featuresPerToken,
          maxLength: words.length * featuresPerToken,
        })
        .map((rows) => Uint16Array.from(rows)),
    }),
  );

test('the network judges as plain arithmetic does, text after text', () => {
  const parameters = parametersOf(7);
  const network = new Network(parameters, maxTokens);
  fc.assert(
    fc.property(text, ({ words, features }) => {
      const found = network.judge(words, features);
      const expected = plainly(parameters, words, features);
      expect(found.mathProbability).toBeCloseTo(expected.mathProbability, 3);
      expected.emissions.forEach((value, i) => expect(found.emissions[i]).toBeCloseTo(value, 2));
      expect(network.judge(words, features)).toEqual(found);
    }),
    { numRuns: 40, seed: 3 },
  );
});

test('a text before leaves no trace', () => {
  const parameters = parametersOf(11);
  const used = new Network(parameters, maxTokens);
  fc.assert(
    fc.property(text, text, (before, { words, features }) => {
      used.judge(before.words, before.features);
      expect(used.judge(words, features)).toEqual(new Network(parameters, maxTokens).judge(words, features));
    }),
    { numRuns: 8, seed: 5 },
  );
});

test('a text of too many tokens is refused', () => {
  const network = new Network(parametersOf(1), 2);
  const words = ['a', 'b', 'c'];
  expect(() => network.judge(words, new Uint16Array(3 * featuresPerToken))).toThrow(
    '3 tokens are more than 2.',
  );
});

test('factors are rounded to 1023 levels of their largest weight', () => {
  const values = new Float32Array(channels * channels);
  values[0] = -2;
  values[channels * channels - 1] = 1;
  const { rounded, unit } = roundFactors(values);
  expect(unit * unitsPerActivation * 1023).toBeCloseTo(2, 6);
  const target = new Int16Array(values.length);
  packFactor(rounded, channels, target);
  expect([target[0], target.at(-1)]).toEqual([-1023, 512]);
});
