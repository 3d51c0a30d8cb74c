import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { differences, filesBelow } from './built-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/test-sites/builds');
const content = join(folder, 'content');
const feeds = readdirSync(join(root, 'content/feeds')).sort();

const command = (cache: string, out: string) => [
  'scripts/digest.ts',
  'build',
  ...['--content', content, '--cache', join(folder, cache), '--out', join(folder, out)],
];
const build = (cache: string, out: string) =>
  execFileSync('node', command(cache, out), { cwd: root, stdio: 'ignore' });
const addFeed = (name: string) => cpSync(join(root, 'content/feeds', name), join(content, 'feeds', name));

const filesOf = (out: string) => filesBelow(join(folder, out));

test('builds of the same input are the same bytes, whatever an earlier build left', async () => {
  test.setTimeout(1_800_000);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(content, 'feeds'), { recursive: true });
  for (const name of ['site.yaml', 'topics.yaml', 'feeds.yaml', 'pages'])
    cpSync(join(root, 'content', name), join(content, name), { recursive: true });
  for (const name of feeds.slice(0, -1)) addFeed(name);

  build('cache', 'site');
  const cold = filesOf('site');
  build('cache', 'site');
  expect(differences(filesOf('site'), cold), 'cold and warm').toEqual([]);

  addFeed(feeds.at(-1)!);
  const killed = spawn('node', command('cache', 'site'), { cwd: root, stdio: 'ignore' });
  const ended = once(killed, 'exit');
  while (!existsSync(join(folder, '.site.staging')) && killed.exitCode === null) await setTimeout(20);
  killed.kill('SIGKILL');
  await ended;
  expect(killed.signalCode).toBe('SIGKILL');
  expect(differences(filesOf('site'), cold), 'the last site, after a build was killed').toEqual([]);

  build('cache', 'site');
  const grown = filesOf('site');
  expect(differences(grown, cold)).not.toEqual([]);
  build('other-cache', 'other-site');
  expect(differences(filesOf('other-site'), grown), 'a feed more, and all from nothing').toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['cache', 'content', 'other-cache', 'other-site', 'site']);
});
