import { describe, expect, it } from 'vitest';
import { inTurns, retain, trim } from '#offline/stored.ts';
import { memoryCache, pathsIn } from './memory-cache.ts';

describe('a cache', () => {
  it('is trimmed to its newest entries, without those that must stay', async () => {
    const cache = memoryCache(['/a', '/b', '/c', '/d', '/e']);
    await trim(cache, 2, new Set(['/a', '/c']));
    expect(await pathsIn(cache)).toEqual(['/a', '/c', '/d', '/e']);
    await trim(cache, 2, new Set(['/a', '/c']));
    expect(await pathsIn(cache)).toHaveLength(4);
  });

  it('retains what passes', async () => {
    const cache = memoryCache(['/a', '/b', '/c']);
    await retain(cache, (path) => path !== '/b');
    expect(await pathsIn(cache)).toEqual(['/a', '/c']);
  });
});

describe('inTurns', () => {
  it('comes to every item once, and to few at a time', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inTurns([...Array(50).keys()], async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(item);
    });
    expect(done.sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(most).toBe(6);
  });

  it('fails when one fails', async () => {
    await expect(inTurns([1, 2], () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  });
});
