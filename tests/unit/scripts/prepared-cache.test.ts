import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Prepared } from '#corpus/schema.ts';
import { PreparedCache, preparedKeyOf } from '../../../scripts/build/prepared-cache.ts';
import { paperOf } from '../corpus/paper-of.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'cache', 'prepared.jsonl');
const prepared = {
  topics: ['optimization'],
  rendered: {
    titleHtml: 'a &amp; b',
    abstractHtml: '<p>a ε\tb</p>\n',
    titlePlain: 'a & b',
    abstractPlain: 'a ε b',
    hasMath: true,
  },
} as unknown as Prepared;

/** All of what a cache answers, with what it leaves in its file. */
function whole(answer: Prepared | undefined) {
  if (answer === undefined) return undefined;
  const { abstractHtml, abstractPlain } = answer.rendered;
  return { ...answer, rendered: { ...answer.rendered, abstractHtml, abstractPlain } };
}

it('answers what was saved, for the same version and the same text only', () => {
  const path = file();
  const cache = new PreparedCache(path, 'v1');
  const paper = paperOf({ id: 'x', title: 'One' });
  expect(whole(cache.set(cache.key(paper), prepared))).toEqual(prepared);
  cache.save();
  const again = new PreparedCache(path, 'v1');
  expect(whole(again.get(again.key(paper)))).toEqual(prepared);
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
  expect(whole(again.get('whole'))).toEqual(prepared);
  expect(again.get('cut')).toBeUndefined();
});

it('passes over an abstract that was cut off, whatever was added behind it', () => {
  const path = file();
  new PreparedCache(path, 'v1').set('cut', prepared);
  truncateSync(path, readFileSync(path).length - 5);
  new PreparedCache(path, 'v1').set('other', prepared);
  const again = new PreparedCache(path, 'v1');
  expect(again.get('cut')).toBeUndefined();
  expect(whole(again.get('other'))).toEqual(prepared);
});

it('passes over what became one line when files were joined', () => {
  const path = file();
  new PreparedCache(path, 'v1').set('whole', prepared);
  const line = readFileSync(path, 'utf8');
  writeFileSync(path, line.slice(0, -5) + line);
  const joined = new PreparedCache(path, 'v1');
  expect(joined.get('whole')).toBeUndefined();
  expect(whole(joined.set('whole', prepared))).toEqual(prepared);
});

it('has what a build that was killed prepared', () => {
  const path = file();
  new PreparedCache(path, 'v1').set('begun', prepared);
  expect(whole(new PreparedCache(path, 'v1').get('begun'))).toEqual(prepared);
});

it('drops what a build did not use, and still knows what it read', () => {
  const path = file();
  const cache = new PreparedCache(path, 'v1');
  cache.set('old', prepared);
  cache.set('older', prepared);
  cache.save();
  const next = new PreparedCache(path, 'v1');
  const read = next.get('old');
  next.set('new', prepared);
  next.save();
  expect(readFileSync(path, 'utf8').match(/^\w+(?=\t)/gm)).toEqual(['old', 'new']);
  expect(whole(read)).toEqual(prepared);
  expect(preparedKeyOf(read!.rendered)).toBe('old');
  expect(whole(new PreparedCache(path, 'v1').get('new'))).toEqual(prepared);
});
