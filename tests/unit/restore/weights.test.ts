import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { restoreVersion } from '../../../src/restore/restore.ts';
import { weightsVersion } from '../../../src/restore/weights/version.ts';

const file = (name: string): URL => new URL(`../../../src/restore/weights/${name}`, import.meta.url);

const names = ['tagger.bin', 'decoder.bin', 'reranker.bin'];

test('the version belongs to the weights, and restoreVersion to the version', () => {
  const hash = createHash('sha256');
  for (const name of names) hash.update(readFileSync(file(name)));
  expect(weightsVersion).toBe(hash.digest('hex').slice(0, 12));
  expect(JSON.parse(readFileSync(file('record.json'), 'utf8'))).toMatchObject({ version: weightsVersion });
  expect(restoreVersion).toContain(weightsVersion);
});

test('the weights stay below 3 MB', () => {
  expect(names.reduce((sum, name) => sum + statSync(file(name)).size, 0)).toBeLessThan(3e6);
});
