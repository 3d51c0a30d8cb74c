import { describe, expect, it } from 'vitest';
import { editDistances } from '#search/query/edit-distance.ts';

describe('editDistances', () => {
  it.each([
    ['graph', 'graph', 0, 0],
    ['grahp', 'graph', 1, 1],
    ['gaph', 'graph', 1, 1],
    ['graaph', 'graph', 1, 1],
    ['grapj', 'graph', 1, 1],
    ['rgaph', 'graph', 1, 1],
    ['difus', 'diffusion', 4, 1],
    ['kernel', 'colonel', 4, 4],
    ['', 'ab', 2, 0],
  ])('%s to %s', (from, to, whole, prefix) => {
    expect(editDistances(from, to, 3)).toEqual({ whole, prefix });
  });

  it('stops counting above the limit', () => {
    expect(editDistances('kernel', 'diffusion', 2)).toEqual({ whole: 3, prefix: 3 });
  });
});
