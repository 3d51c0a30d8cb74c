import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../../../scripts/build/build-site.ts';
import { withCache, workAlone } from '../../../scripts/build/work-alone.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'digest-alone-'));
});

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

it('is refused while another process is at work, and not after that was killed', async () => {
  const out = join(parent, 'dist');
  const child = await another(out, lockOf('dist'));
  const [lock] = readdirSync(parent);
  await expect(work('dist')).rejects.toThrow(
    `Another build (process ${child.pid}) is at work with ${out}, and nothing was changed there. ` +
      `Run the command again when that is done, or name another folder; if process ${child.pid} is no build, remove ${join(parent, lock!)}.`,
  );
  expect(await work('other')).toBe('done');
  await kill(child);
  expect(existsSync(join(parent, lock!))).toBe(true);
  expect(await work('dist')).toBe('done');
  expect(readdirSync(parent)).toEqual([]);
});

it('takes no other file for a lock', async () => {
  writeFileSync(`${lockOf('dist')}.lock.1`, '');
  expect(await work('dist')).toBe('done');
  expect(readdirSync(parent)).toEqual(['.dist.lock.lock.1']);
});

it('is not refused when the number of a killed process serves again', async () => {
  writeFileSync(`${lockOf('dist')}.${process.ppid}-1`, '');
  expect(await work('dist')).toBe('done');
  expect(readdirSync(parent)).toEqual([]);
});

it('holds for the output and the cache of a build, before either is touched', async () => {
  const [cache, out] = [join(parent, 'cache'), join(parent, 'dist')];
  const options = { content: 'content', cache, out, strict: false };
  const first = await another(out, lockOf('dist'));
  await expect(buildSite(options)).rejects.toThrow(`(process ${first.pid}) is at work with ${out}`);
  await kill(first);
  const second = await another(cache, join(cache, 'lock'));
  await expect(buildSite(options)).rejects.toThrow(`(process ${second.pid}) is at work with ${cache}`);
  await expect(withCache(cache, () => setTimeout(0))).rejects.toThrow('is at work with');
  expect(readdirSync(cache)).toHaveLength(1);
});
