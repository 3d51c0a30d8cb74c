import { expect, it, vi } from 'vitest';
import { FormulaCache, sharedFormulas } from '#abstracts/formula-cache.ts';
import { prepare } from '#corpus/prepare.ts';
import { paperOf } from './paper-of.ts';

const assigner = { assign: () => [], explain: () => [] };

it('typesets a formula once, in the cache that it is given', () => {
  const formulas = new FormulaCache();
  const paper = paperOf({
    id: 'a',
    tex: 'authors',
    title: 'On $x_1$',
    abstract: 'We bound $x_1$ and $y^2$; see https://github.com/a/b.',
  });
  const shared = vi.spyOn(sharedFormulas, 'typeset');
  const { links } = prepare(paper, assigner, formulas);
  expect(links).toEqual([{ kind: 'code', url: 'https://github.com/a/b' }]);
  expect(formulas.takeAdded().map(([key]) => key)).toEqual(['Ix_1', 'Iy^2']);
  expect(shared).not.toHaveBeenCalled();
});
