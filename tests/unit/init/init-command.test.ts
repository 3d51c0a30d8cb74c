import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { expect, it, vi } from 'vitest';
import { addInitCommand } from '../../../scripts/commands/init.ts';
import { runCommandLine } from '../../../scripts/commands/run-command-line.ts';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'digest-')), 'site');
const init = (...args: string[]) => initAt(newFolder(), ...args);

async function initAt(
  folder: string,
  ...args: string[]
): Promise<{ code: number; text: string; folder: string }> {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command('digest');
  addInitCommand(program);
  const code = await runCommandLine(program, ['init', folder, '--program', 'ada/digest', ...args]);
  const text = written.mock.calls.map(([part]) => String(part)).join('');
  written.mockRestore();
  return { code, text, folder };
}

it('says what it wrote and what comes next', async () => {
  const { code, text, folder } = await init();
  expect(code).toBe(0);
  expect(text).toMatch(/^8 files written:\n/);
  expect(text).toContain(
    'The program comes from https://github.com/ada/digest.git (HEAD); package.json of the site says so.\n',
  );
  expect(text).toContain(`Next: look at ${folder}/content/site.yaml, then follow ${folder}/README.md.`);
});

it('tells of a repository around the site, unless the site is one itself', async () => {
  const [within, own] = [newFolder(), newFolder()];
  for (const folder of [dirname(within), dirname(own), own])
    mkdirSync(join(folder, '.git'), { recursive: true });
  expect((await initAt(within)).text).toContain(
    `The folder lies in the repository ${dirname(within)}, where GitHub does not run its workflow: make it a repository of its own.\n`,
  );
  expect((await initAt(own)).text).not.toContain('lies in');
});

it.each([
  [['--base', 'digest'], '--base cannot be used: a path that starts with a slash, such as /digest/.'],
  [['--url', 'nowhere'], '--url cannot be used: '],
  [
    ['--program', 'x"; rm'],
    '--program x"; rm is no git repository. Give owner/repository (on GitHub), an address such as https://example.org/program.git, or a folder with a repository; a branch, tag or commit may follow behind #.',
  ],
])('refuses %j and writes nothing', async (args, text) => {
  const result = await init(...args);
  expect(result.code).toBe(2);
  expect(result.text).toContain(`digest: ${text}`);
  expect(existsSync(result.folder)).toBe(false);
});
