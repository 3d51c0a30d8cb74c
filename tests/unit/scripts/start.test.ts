import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const elsewhere = mkdtempSync(join(tmpdir(), 'digest-start-'));
const start = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts/start.mjs'), ...args], { cwd: elsewhere, encoding: 'utf8' });

it('runs a script of the program from another folder, and passes on its input, output and exit code', () => {
  const help = start('digest.ts', 'fetch', '--help');
  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toMatch(/^Usage: digest fetch /);
  const wrong = start('digest.ts', 'restore', 'missing.jsonl');
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/^digest: missing\.jsonl cannot be read: ENOENT/);
});

it.skipIf(!existsSync('/dev/full'))('says plainly that its output cannot be written', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/digest.ts', '--help'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, stderr]).toEqual([
    1,
    'digest: Standard output cannot be written to (ENOSPC), and what was to go there is not whole. Let it go elsewhere, or free some space, and run the command again.\n',
  ]);
});

it('says what a clone without its packages needs', () => {
  const script = join(elsewhere, 'check-node.mjs');
  copyFileSync('scripts/check-node.mjs', script);
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    1,
    'The packages that paper-digest is made with are not here yet: run "npm ci" first.\n',
  ]);
  expect(spawnSync(process.execPath, ['scripts/check-node.mjs']).status).toBe(0);
});
