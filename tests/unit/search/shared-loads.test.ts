import { describe, expect, it } from 'vitest';
import { SharedLoads } from '#search/client/shared-loads.ts';

/** Loads that the test settles itself. */
function controlled(maxSize = 10) {
  const begun: string[] = [];
  const aborted: string[] = [];
  const settle = new Map<string, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const loads = new SharedLoads<string>(
    (key, signal) => {
      begun.push(key);
      signal.addEventListener('abort', () => aborted.push(key));
      return new Promise((resolve, reject) => settle.set(key, { resolve, reject }));
    },
    { sizeOf: () => 1, maxSize },
  );
  return { loads, begun, aborted, settle };
}

const moved = new Error('moved on');

describe('SharedLoads', () => {
  it('loads a key once for all who want it', async () => {
    const { loads, begun, settle } = controlled();
    const wanted = [loads.get('a'), loads.get('a')];
    settle.get('a')!.resolve('A');
    expect(await Promise.all(wanted)).toEqual(['A', 'A']);
    expect(await loads.get('a')).toBe('A');
    expect(begun).toEqual(['a']);
  });

  it('cancels a load when the last who waits gives up, and begins anew for the next', async () => {
    const { loads, begun, aborted, settle } = controlled();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = loads.get('a', first.signal);
    const two = loads.get('a', second.signal);
    first.abort(moved);
    await expect(one).rejects.toBe(moved);
    expect(aborted).toEqual([]);
    second.abort(moved);
    await expect(two).rejects.toBe(moved);
    expect(aborted).toEqual(['a']);
    const again = loads.get('a');
    settle.get('a')!.resolve('A');
    expect(await again).toBe('A');
    expect(begun).toEqual(['a', 'a']);
  });

  it('never cancels for who waits without a signal', async () => {
    const { loads, aborted, settle } = controlled();
    const patient = loads.get('a');
    const controller = new AbortController();
    const other = loads.get('a', controller.signal);
    controller.abort(moved);
    await expect(other).rejects.toBe(moved);
    expect(aborted).toEqual([]);
    settle.get('a')!.resolve('A');
    expect(await patient).toBe('A');
  });

  it('does not keep a failure', async () => {
    const { loads, begun, settle } = controlled();
    const failing = loads.get('a');
    settle.get('a')!.reject(new Error('no network'));
    await expect(failing).rejects.toThrow('no network');
    const again = loads.get('a');
    settle.get('a')!.resolve('A');
    expect(await again).toBe('A');
    expect(begun).toEqual(['a', 'a']);
  });

  it('forgets what was not used for longest', async () => {
    const { loads, begun, settle } = controlled(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
      const value = loads.get(key);
      settle.get(key)!.resolve(key);
      await value;
    }
    expect(begun).toEqual(['a', 'b', 'c', 'b']);
  });
});
