import { expect, it, vi } from 'vitest';
import { createMarkStore } from '#reading/mark-store.ts';

const now = () => new Date('2025-10-28T08:00:00Z');

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as unknown as Storage;
}

it('keeps marks, apart for each site of an origin', () => {
  const storage = memory();
  createMarkStore(storage, '/a/', now, vi.fn()).toggle('paper', 'saved');
  expect(createMarkStore(storage, '/a/', now, vi.fn()).marks().get('paper')).toEqual({
    saved: now().toISOString(),
  });
  expect(createMarkStore(storage, '/b/', now, vi.fn()).marks().size).toBe(0);
});

it('does not undo what another tab did', () => {
  const storage = memory();
  const [one, other] = [
    createMarkStore(storage, '/', now, vi.fn()),
    createMarkStore(storage, '/', now, vi.fn()),
  ];
  one.toggle('a', 'saved');
  other.toggle('b', 'read');
  expect([...one.marks().keys()]).toEqual(['a', 'b']);
});

it('says when something changed', () => {
  const store = createMarkStore(memory(), '/', now, vi.fn());
  const callback = vi.fn();
  store.onChange(callback);
  store.toggle('a', 'hidden');
  store.add(new Map([['b', { read: '2025-10-27T08:00:00.000Z' }]]));
  expect(callback).toHaveBeenCalledTimes(2);
});

it('restores what a toggle took or gave, at its instant', () => {
  const store = createMarkStore(memory(), '/', now, vi.fn());
  const before = new Map([['a', { saved: '2025-10-27T08:00:00.000Z' }]]);
  store.add(before);
  for (const kind of ['saved', 'hidden'] as const) {
    const was = store.toggle('a', kind);
    expect(store.marks()).not.toEqual(before);
    store.restore('a', kind, was);
    expect(store.marks()).toEqual(before);
  }
});

it('holds marks for the page where nothing can be stored, and says so', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  } as unknown as Storage;
  for (const storage of [null, full]) {
    const tellNotKept = vi.fn();
    const store = createMarkStore(storage, '/', now, tellNotKept);
    expect(tellNotKept).not.toHaveBeenCalled();
    store.toggle('a', 'saved');
    expect(tellNotKept).toHaveBeenCalledOnce();
    store.toggle('b', 'saved');
    expect([...store.marks().keys()]).toEqual(['a', 'b']);
  }
});
