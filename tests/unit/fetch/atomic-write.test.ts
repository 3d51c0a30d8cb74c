import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWriteError, isWriteError, writeAtomically } from '../../../scripts/fetch/atomic-write.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'digest-'));

it('makes the folder, replaces the file and leaves nothing beside it', () => {
  const file = join(folder(), 'a', 'b.json');
  writeAtomically(file, 'old');
  writeAtomically(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(join(file, '..'))).toEqual(['b.json']);
});

it('leaves what stood there, and nothing beside it, when it cannot write', () => {
  const parent = folder();
  mkdirSync(join(parent, 'taken', 'inside'), { recursive: true });
  expect(() => writeAtomically(join(parent, 'taken'), 'text')).toThrow(/could not be written/);
  expect(readdirSync(parent)).toEqual(['taken']);
  expect(readdirSync(join(parent, 'taken'))).toEqual(['inside']);
});

it('says so when a folder is really a file', () => {
  const parent = folder();
  writeFileSync(join(parent, 'feeds'), '');
  expect(() => writeAtomically(join(parent, 'feeds', 'a.json'), '')).toThrow(/could not be written/);
});

it.each([
  [
    'ENOSPC',
    'The disk is full: site/a.json could not be written. What stood there before is kept; free some space and run the command again.',
  ],
  [
    'EROFS',
    'site cannot be written to (EROFS): site/a.json was not written. What stood there before is kept; make the folder writable, or use another one.',
  ],
  [
    'EACCES',
    'site cannot be written to (EACCES): site/a.json was not written. What stood there before is kept; make the folder writable, or use another one.',
  ],
  [
    'ENOENT',
    'site cannot be written to (ENOENT): site/a.json was not written. What stood there before is kept; make the folder writable, or use another one.',
  ],
])('tells %s plainly', (code, text) => {
  expect(describeWriteError(Object.assign(new Error(), { code }), 'site/a.json').message).toBe(text);
});

it('tells errors of a disk or folder from all others', () => {
  const error = (code: string, syscall: string) => Object.assign(new Error(), { code, syscall });
  expect(isWriteError(error('ENOSPC', 'write'))).toBe(true);
  expect(isWriteError(error('ENOENT', 'mkdir'))).toBe(true);
  expect(isWriteError(error('ENOENT', 'open'))).toBe(false);
  expect(isWriteError(new TypeError('x'))).toBe(false);
  expect(isWriteError(null)).toBe(false);
});

it('does not touch what another process has begun to write', () => {
  const parent = folder();
  writeFileSync(join(parent, '.a.json.tmp'), 'half of it');
  writeFileSync(join(parent, `.a.json.${process.ppid}-0.tmp`), 'half of it');
  writeAtomically(join(parent, 'a.json'), 'whole');
  expect(readdirSync(parent).sort()).toEqual([`.a.json.${process.ppid}-0.tmp`, '.a.json.tmp', 'a.json']);
});

it.skipIf(!existsSync('/proc'))(
  'ends where a system says that the folder of a new one is not there, although it is',
  () => {
    expect(() => writeAtomically('/proc/digest/a.json', '')).toThrow(
      '/proc/digest cannot be written to (ENOENT): /proc/digest/a.json was not written.',
    );
  },
);
