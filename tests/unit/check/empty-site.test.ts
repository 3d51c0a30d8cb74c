import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'digest-empty-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function digest(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/digest.ts', ...args], {
    encoding: 'utf8',
    // Vitest's own DEV, PROD and NODE_ENV would make a development server of the build.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  return { status, stdout, stderr };
}

it('a site without papers is whole, and can be searched', () => {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  for (const name of ['site.yaml', 'topics.yaml', 'pages'])
    cpSync(join('content', name), join(content, name), { recursive: true });
  const built = digest('build', '--content', content, '--cache', join(folder, 'cache'), '--out', out);
  expect(built.status, built.stderr).toBe(0);
  expect(digest('check', '--content', content, '--out', out)).toMatchObject({ status: 0, stdout: '' });
  const { status, stdout } = digest('search', '--dist', out, 'cheese');
  expect([status, JSON.parse(stdout).results]).toEqual([0, []]);
}, 120_000);

it.each(['build', 'papers', 'prepare', 'topics', 'check', 'fetch', 'enrich'])(
  '%s without its content folder was called wrongly',
  (command) => {
    const nowhere = join(folder, 'nowhere');
    const cache = ['build', 'papers', 'prepare'].includes(command) ? ['--cache', join(folder, 'cache')] : [];
    const { status, stderr } = digest(command, '--content', nowhere, ...cache);
    expect([status, stderr]).toEqual([
      2,
      `digest: The content folder ${nowhere} does not exist. Name an existing one with --content, or make one with "digest init".\n`,
    ]);
  },
);
