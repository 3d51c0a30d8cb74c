import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, it, vi } from 'vitest';
import { addFetchCommand } from '../../../scripts/commands/fetch.ts';
import { runCommandLine } from '../../../scripts/commands/run-command-line.ts';
import { initSite } from '../../../scripts/init/init-site.ts';
import { hfDayOf } from './answers.ts';
import { giving, serverGiving } from './misbehaving-server.ts';

function newContent(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'digest-')), 'site');
  initSite(folder, { title: 'T', url: 'https://a.org', base: '/', program: { address: 'a', ref: 'b' } });
  return join(folder, 'content');
}

async function fetchCommand(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command('digest');
  addFetchCommand(program);
  const code = await runCommandLine(program, ['fetch', '--content', newContent(), ...args]);
  const [outText, errorText] = [out, errors].map(({ mock }) =>
    mock.calls.map(([part]) => String(part)).join(''),
  );
  out.mockRestore();
  errors.mockRestore();
  return { code, out: outText!, errors: errorText! };
}

const days = ['--since', '2025-10-27', '--until', '2025-10-27'];

it('writes a JSON line a day, and names itself and the site to the server', async () => {
  const server = await serverGiving(giving(hfDayOf('2025-10-27')));
  const { code, out, errors } = await fetchCommand('--from', 'hf', '--base-url', server.url, ...days);
  expect([code, errors]).toEqual([0, '']);
  expect(
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ source: 'hf', date: '2025-10-27', status: 'fetched', papers: 1 }]);
  expect(server.requests[0]!.headers['user-agent']).toMatch(/^paper-digest\/.* \(\+https:\/\/a\.org\/\)$/);
});

it('fails when a day has no usable answer, and says why', async () => {
  const server = await serverGiving(giving('', 404));
  const { code, out, errors } = await fetchCommand('--from', 'hf', '--base-url', server.url, ...days);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ status: 'failed', papers: 0 });
  expect(errors).toMatch(
    /^warning: hf 2025-10-27: http.*: the server answered with status 404\.\ndigest: hf: no usable answer for 1 of the days\n$/,
  );
});

it('fails when the papers are old, if asked to look', async () => {
  const server = await serverGiving(giving('[]'));
  const args = ['--from', 'hf', '--base-url', server.url, ...days];
  expect((await fetchCommand(...args)).code).toBe(0);
  const { code, errors } = await fetchCommand(...args, '--stale-after', '5');
  expect(code).toBe(1);
  expect(errors).toContain('digest: hf is stale: there is no day with papers at all');
});

it.each([
  [['--since', '28 October'], '--since 28 October is no date; one such as 2025-10-28 is expected.'],
  [['--until', '2025-02-30'], '--until 2025-02-30 is no date; one such as 2025-10-28 is expected.'],
  [
    ['--since', '2025-10-28', '--until', '2025-10-27'],
    '--since 2025-10-28 lies behind the last day, 2025-10-27: give an earlier one.',
  ],
  [['--stale-after', 'soon'], '--stale-after soon is no number of days.'],
])('refuses %j', async (args, text) => {
  const { code, errors } = await fetchCommand('--from', 'hf', ...args);
  expect([code, errors]).toEqual([2, `digest: ${text}\n`]);
});
