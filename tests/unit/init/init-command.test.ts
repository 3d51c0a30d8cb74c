import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, it, vi } from 'vitest';
import { addInitCommand } from '../../../scripts/commands/init.ts';
import { runCommandLine } from '../../../scripts/commands/run-command-line.ts';

async function init(...args: string[]): Promise<{ code: number; text: string; folder: string }> {
  const folder = join(mkdtempSync(join(tmpdir(), 'digest-')), 'site');
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command('digest');
  addInitCommand(program);
  const code = await runCommandLine(program, ['init', folder, ...args]);
  const text = written.mock.calls.map(([part]) => String(part)).join('');
  written.mockRestore();
  return { code, text, folder };
}

it('says what it wrote and what comes next', async () => {
  const { code, text, folder } = await init();
  expect(code).toBe(0);
  expect(text).toMatch(/^8 files written:\n/);
  expect(text).toContain(`Next: look at ${folder}/content/site.yaml, then follow ${folder}/README.md.`);
});

it.each([
  [
    ['--base', 'digest'],
    '--base cannot be used: a path that starts and ends with a slash, such as /digest/.',
  ],
  [['--url', 'nowhere'], '--url cannot be used: '],
  [
    ['--program', 'https://example.org/x'],
    '--program https://example.org/x is no repository on GitHub; one such as paper-digest/paper-digest@main is expected.',
  ],
])('refuses %j and writes nothing', async (args, text) => {
  const result = await init(...args);
  expect(result.code).toBe(2);
  expect(result.text).toContain(`digest: ${text}`);
  expect(existsSync(result.folder)).toBe(false);
});
