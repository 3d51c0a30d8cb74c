import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Prepared } from '#corpus/schema.ts';
import { PreparedCache } from '../../../scripts/build/prepared-cache.ts';
import { paperOf } from '../corpus/paper-of.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'cache', 'prepared.jsonl');
const prepared = { topics: ['optimization'], rendered: { titlePlain: 'a ε b' } } as unknown as Prepared;

it('answers what was saved, for the same version and the same text only', () => {
  const path = file();
  const cache = new PreparedCache(path, 'v1');
  const paper = paperOf({ id: 'x', title: 'One' });
  cache.set(cache.key(paper), prepared);
  cache.save();
  const again = new PreparedCache(path, 'v1');
  expect(again.get(again.key(paper))).toEqual(prepared);
  expect(again.get(again.key({ ...paper, title: 'Two' }))).toBeUndefined();
  const other = new PreparedCache(path, 'v2');
  expect(other.get(other.key(paper))).toBeUndefined();
});

it('passes over a last line that was cut off, and keeps the others', () => {
  const path = file();
  const cache = new PreparedCache(path, 'v1');
  cache.set('whole', prepared);
  cache.save();
  appendFileSync(path, 'cut\t{"topics":["opt');
  const again = new PreparedCache(path, 'v1');
  expect(again.get('whole')).toEqual(prepared);
  expect(again.get('cut')).toBeUndefined();
});

it('drops what a build did not use', () => {
  const path = file();
  const cache = new PreparedCache(path, 'v1');
  cache.set('old', prepared);
  cache.save();
  const next = new PreparedCache(path, 'v1');
  next.set('new', prepared);
  next.save();
  expect(readFileSync(path, 'utf8')).toBe(`new\t${JSON.stringify(prepared)}\n`);
});
