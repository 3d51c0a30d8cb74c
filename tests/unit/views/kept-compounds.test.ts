import { describe, expect, it } from 'vitest';
import { keptCompounds } from '#views/kept-compounds.ts';

describe('a title', () => {
  it.each([
    ['Few-Shot Models', '<span class="nowrap">Few-Shot</span> Models'],
    ['The state-of-the-art: a view', 'The <span class="nowrap">state-of-the-art</span>: a view'],
    ['&lt;b-c&gt; &amp; d', '&lt;<span class="nowrap">b-c</span>&gt; &amp; d'],
    ['<mark>GPT-4o</mark> and on', '<mark><span class="nowrap">GPT-4o</span></mark> and on'],
    ['Retrieval-augmented-generation of text', 'Retrieval-augmented-generation of text'],
    ['A -- dash, a- b', 'A -- dash, a- b'],
    [
      '<span class="math"><i>x-y</i></span> of z-w',
      '<span class="math"><i>x-y</i></span> of <span class="nowrap">z-w</span>',
    ],
    [
      '<i>On</i> <span><span>x-y</span></span>-norm in u-v',
      '<i>On</i> <span class="nowrap"><span><span>x-y</span></span>-norm</span> in <span class="nowrap">u-v</span>',
    ],
    [
      '<span><annotation>O(n \\log n)</annotation></span>-time a-b',
      '<span><annotation>O(n \\log n)</annotation></span>-time <span class="nowrap">a-b</span>',
    ],
  ])('%s', (title, expected) => {
    expect(keptCompounds(title).text).toBe(expected);
  });
});
