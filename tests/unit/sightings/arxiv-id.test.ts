import { expect, test } from 'vitest';
import { parseArxivId } from '#sightings/arxiv-id.ts';

test.each([
  ['2405.21060', '2405.21060', false],
  ['2405.21060v3', '2405.21060', false],
  ['0704.0001', '0704.0001', false],
  ['http://arxiv.org/abs/2405.21060v1', '2405.21060', false],
  ['https://export.arxiv.org/pdf/2405.21060v2.pdf', '2405.21060', false],
  ['oai:arXiv.org:2405.21060v1', '2405.21060', false],
  ['arXiv:math/0309136', 'math/0309136', false],
  ['math.GT/0309136v2', 'math/0309136', false],
  ['http://arxiv.org/abs/astro-ph/0601001v1', 'astro-ph/0601001', false],
  ['1809.0695', '1809.06950', true],
  ['1409.065', '1409.0650', true],
  ['1711.0742100000002', '1711.07421', true],
  ['1201.40219999999995', '1201.4022', true],
  ['711.1723', '0711.1723', true],
  ['904.295', '0904.2950', true],
  [' 2405.21060\n', '2405.21060', false],
])('%s is %s', (text, id, isRepaired) => {
  expect(parseArxivId(text)).toEqual({ id, isRepaired });
});

test.each([
  '',
  'abc',
  '0808.05394',
  '2413.00001',
  '2405.210601',
  '613.1723',
  '711.17231',
  '1809.0695v1',
  '1201.99999999999',
  '1711.074210000012345',
  '../2405.21060',
  '10.1000/182',
])('%s is none', (text) => {
  expect(parseArxivId(text)).toBeNull();
});
