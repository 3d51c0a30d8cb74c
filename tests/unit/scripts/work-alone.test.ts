import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { workAlone } from '../../../scripts/build/work-alone.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'digest-alone-'));
});

afterEach(() => vi.restoreAllMocks());

const lockOf = (name: string) => join(parent, `.${name}.lock`);
const work = (name: string) => workAlone(join(parent, name), lockOf(name), () => Promise.resolve('done'));

/** Another process that is at work with a folder until it is killed. */
async function another(folder: string, lock: string): Promise<ChildProcess> {
  const code = `const { workAlone } = await import(${JSON.stringify(resolve('scripts/build/work-alone.ts'))});
    await workAlone(${JSON.stringify(folder)}, ${JSON.stringify(lock)}, () => {
      console.log('working');
      return new Promise(() => setInterval(() => {}, 1000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

it('works, and leaves nothing, whether that succeeds or not', async () => {
  expect(await work('dist')).toBe('done');
  const failing = workAlone('dist', lockOf('dist'), () => Promise.reject(new Error('bad')));
  await expect(failing).rejects.toThrow('bad');
  expect(readdirSync(parent)).toEqual([]);
});

it('waits while another process is at work, which it says once, and goes on when that was killed', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const out = join(parent, 'dist');
  const child = await another(out, lockOf('dist'));
  const working = vi.fn(() => Promise.resolve('done'));
  const waiting = workAlone(out, lockOf('dist'), working);
  expect(await work('other')).toBe('done');
  await setTimeout(1000);
  expect(working).not.toHaveBeenCalled();
  await kill(child);
  expect(await waiting).toBe('done');
  expect(readdirSync(parent)).toEqual([]);
  expect(said.mock.calls).toEqual([
    [
      `waiting: another build (process ${child.pid}) is at work with ${out}; this one goes on when that is done\n`,
    ],
  ]);
});

it('takes no other file for a lock', async () => {
  writeFileSync(`${lockOf('dist')}.lock.1`, '');
  expect(await work('dist')).toBe('done');
  expect(readdirSync(parent)).toEqual(['.dist.lock.lock.1']);
});

it('does not wait when the number of a killed process serves again', async () => {
  writeFileSync(`${lockOf('dist')}.${process.ppid}-1`, '');
  expect(await work('dist')).toBe('done');
  expect(readdirSync(parent)).toEqual([]);
});

it('holds for the output and the cache of a build, before either is touched', async () => {
  const [cache, out, content] = ['cache', 'dist', 'content'].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ];
  cpSync('content', content, {
    recursive: true,
    filter: (path) => !path.includes('feeds/'),
  });
  const [first, second] = [await another(out, lockOf('dist')), await another(cache, join(cache, 'lock'))];
  const build = spawn(
    process.execPath,
    ['scripts/digest.ts', 'build', '--content', content, '--cache', cache, '--out', out],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } },
  );
  onTestFinished(() => void build.kill('SIGKILL'));
  const ended = once(build, 'exit');
  const said = build.stderr[Symbol.asyncIterator]();
  expect(String((await said.next()).value)).toContain(`(process ${second.pid}) is at work with ${cache};`);
  expect(readdirSync(cache)).toHaveLength(1);
  await kill(second);
  expect(String((await said.next()).value)).toContain(`(process ${first.pid}) is at work with ${out};`);
  expect(existsSync(out)).toBe(false);
  await kill(first);
  expect(await ended).toEqual([0, null]);
  expect(existsSync(join(out, 'index.html'))).toBe(true);
});
