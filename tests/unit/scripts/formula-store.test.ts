import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CachedFormula } from '#abstracts/formula-cache.ts';
import { FormulaStore } from '../../../scripts/build/formula-store.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'cache', 'formulas.jsonl');
const x: CachedFormula = ['Ix', { html: '<i>x</i>', styles: [], isWide: false }];
const y: CachedFormula = ['Iy', { error: 'no' }];

it('keeps each formula once, over several builds', () => {
  const path = file();
  const store = new FormulaStore(path, 'v1');
  expect(store.load()).toEqual([]);
  store.append([x]);
  store.append([x, y]);
  expect(new FormulaStore(path, 'v1').load()).toEqual([x, y]);
});

it('begins anew for another version of the renderer', () => {
  const path = file();
  new FormulaStore(path, 'v1').append([x]);
  const next = new FormulaStore(path, 'v2');
  expect(next.load()).toEqual([]);
  next.append([y]);
  expect(readFileSync(path, 'utf8')).toBe(`{"version":"v2"}\n${JSON.stringify(y)}\n`);
});

it('passes over a last line that was cut off, and goes on after the whole ones', () => {
  const path = file();
  new FormulaStore(path, 'v1').append([x]);
  appendFileSync(path, '["Iz",{"ht');
  const next = new FormulaStore(path, 'v1');
  next.append([y]);
  expect(new FormulaStore(path, 'v1').load()).toEqual([x, y]);
});
