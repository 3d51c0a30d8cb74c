import { describe, expect, it } from 'vitest';
import { networkFirst } from '#offline/network-first.ts';

const response = (status = 200) => new Response('', { status });
const never = new Promise<Response>(() => {});
const longMs = 60_000;

describe('networkFirst', () => {
  it('answers from the network, whatever is stored', async () => {
    const fresh = response();
    expect(await networkFirst(Promise.resolve(fresh), response(), longMs)).toBe(fresh);
    const gone = response(404);
    expect(await networkFirst(Promise.resolve(gone), response(), longMs)).toBe(gone);
  });

  it('answers from the store without a network, from a failing server, and after the timeout', async () => {
    const stored = response();
    expect(await networkFirst(Promise.reject(new TypeError('offline')), stored, longMs)).toBe(stored);
    expect(await networkFirst(Promise.resolve(response(503)), stored, longMs)).toBe(stored);
    expect(await networkFirst(never, stored, 1)).toBe(stored);
  });

  it('fails as the network does when nothing is stored', async () => {
    await expect(networkFirst(Promise.reject(new TypeError('offline')), undefined, 1)).rejects.toThrow(
      'offline',
    );
  });
});
