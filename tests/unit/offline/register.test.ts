import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerOffline } from '#offline/register.ts';
import type { MarkStore } from '#reading/mark-store.ts';

const register = vi.fn(async () => {});
const store = { marks: () => [], onChange: () => {} } as unknown as MarkStore;
let busy = true;

function windowOf({ saveData = false } = {}): Window {
  const serviceWorker = { register, ready: Promise.resolve({ active: null }) };
  return {
    navigator: { serviceWorker, connection: { saveData } },
    document: { readyState: 'complete', querySelector: () => (busy ? {} : null) },
  } as unknown as Window;
}

beforeEach(() => {
  vi.useFakeTimers();
  register.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits until the page has what its reader asked for', async () => {
  registerOffline(windowOf(), '/base/', store);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(register).not.toHaveBeenCalled();
  busy = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(register).toHaveBeenCalledExactlyOnceWith('/base/sw.js', {
    scope: '/base/',
    updateViaCache: 'none',
  });
});

it('does nothing where data is to be saved', async () => {
  registerOffline(windowOf({ saveData: true }), '/base/', store);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(register).not.toHaveBeenCalled();
});
