import { expect, it, vi } from 'vitest';
import { onceFor } from '../../../src/memo/once-for.ts';

it('makes the answer once for each key, by identity', () => {
  const make = vi.fn(({ name }: { name: string }) => `${name}!`);
  const once = onceFor(make);
  const [a, alike] = [{ name: 'a' }, { name: 'a' }];
  expect([once(a), once(a), once(alike)]).toEqual(['a!', 'a!', 'a!']);
  expect(make.mock.calls.map(([key]) => key)).toEqual([a, alike]);
  expect(make).toHaveBeenCalledTimes(2);
});

it('keeps an empty text, and nothing of a failure', () => {
  const make = vi.fn<(key: object) => string>(() => '');
  make.mockImplementationOnce(() => {
    throw new Error('not yet');
  });
  const once = onceFor(make);
  const key = {};
  expect(() => once(key)).toThrow('not yet');
  expect([once(key), once(key)]).toEqual(['', '']);
  expect(make).toHaveBeenCalledTimes(2);
});
