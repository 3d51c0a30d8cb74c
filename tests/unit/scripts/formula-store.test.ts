import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CachedFormula } from '#abstracts/formula-cache.ts';
import { FormulaStore } from '../../../scripts/build/formula-store.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'cache', 'formulas.jsonl');
const x: CachedFormula = ['Ix\n', { html: '<i>x</i>', styles: [], isWide: false }];
const y: CachedFormula = ['Iy', { error: 'no' }];
const entriesOf = (store: FormulaStore) => [store.get(x[0]), store.get(y[0])];

it('keeps each formula once, over several builds', () => {
  const path = file();
  const store = new FormulaStore(path, 'v1');
  expect(entriesOf(store)).toEqual([undefined, undefined]);
  store.append([x]);
  store.append([x, y]);
  expect(entriesOf(store)).toEqual([x[1], y[1]]);
  expect(entriesOf(new FormulaStore(path, 'v1'))).toEqual([x[1], y[1]]);
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
});

it('begins anew for another version of the renderer', () => {
  const path = file();
  new FormulaStore(path, 'v1').append([x]);
  const next = new FormulaStore(path, 'v2');
  expect(entriesOf(next)).toEqual([undefined, undefined]);
  next.append([y]);
  expect(readFileSync(path, 'utf8')).toBe(`{"formulasOf":"v2"}\n"Iy"\t${JSON.stringify(y[1])}\n`);
});

it('passes over lines that were cut off, and adds their formulas again', () => {
  const path = file();
  new FormulaStore(path, 'v1').append([x]);
  appendFileSync(path, '"Iy"\t{"err');
  new FormulaStore(path, 'v1').append([['Iz', y[1]]]);
  const next = new FormulaStore(path, 'v1');
  expect(entriesOf(next)).toEqual([x[1], undefined]);
  next.append([y]);
  expect(entriesOf(new FormulaStore(path, 'v1'))).toEqual([x[1], y[1]]);
});
