import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeptValue } from '../../../scripts/build/kept-value.ts';

const value = { list: [1, 'a\nb'], map: new Map([['a', Uint32Array.of(1, 2)]]) };
const file = () => join(mkdtempSync(join(tmpdir(), 'kept-value-')), 'cache', 'value');

it('answers what was kept, under its key alone', () => {
  const path = file();
  const kept = new KeptValue<typeof value>(path);
  expect(kept.read('key')).toBeUndefined();
  kept.write('key', value);
  expect(kept.read('key')).toEqual(value);
  expect(kept.read('ke')).toBeUndefined();
  kept.write('other', { ...value, list: [] });
  expect(kept.read('key')).toBeUndefined();
  expect(new KeptValue<typeof value>(path).read('other')?.list).toEqual([]);
});

it('takes a damaged file for none', () => {
  const path = file();
  const kept = new KeptValue<typeof value>(path);
  kept.write('key', value);
  writeFileSync(path, readFileSync(path).subarray(0, -9));
  expect(kept.read('key')).toBeUndefined();
  writeFileSync(path, '');
  expect(kept.read('key')).toBeUndefined();
});
