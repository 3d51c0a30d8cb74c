import { describe, expect, it } from 'vitest';
import { readAddress, toggleFilter, hasFilter, writeAddress } from '#search-page/search-address.ts';

describe('the address of a search', () => {
  it.each([
    ['?q=a+b&sort=date&page=3', { q: 'a b', sort: 'date', page: 3 }],
    ['?q=a&sort=votes', { q: 'a', sort: 'votes', page: 1 }],
    ['?q=%22a+b%22', { q: '"a b"', sort: 'relevance', page: 1 }],
    ['', { q: '', sort: 'relevance', page: 1 }],
  ] as const)('%s says what it was written from', (text, address) => {
    expect(readAddress(text)).toEqual(address);
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it.each(['?page=0', '?page=-1', '?page=1.5', '?page=x', '?page=99999', '?sort=nonsense'])(
    '%s has defaults for what makes no sense',
    (text) => {
      expect(readAddress(text)).toEqual({ q: '', sort: 'relevance', page: 1 });
    },
  );

  it('adds a filter and takes it away', () => {
    expect(toggleFilter('graph  kernels', 'date:2025')).toBe('date:2025 graph  kernels');
    expect(toggleFilter('graph kernel ', 'date:2025')).toBe('date:2025 graph kernel ');
    expect(toggleFilter(' "graph kern', 'date:2025')).toBe('date:2025 "graph kern');
    expect(toggleFilter('', 'date:2025')).toBe('date:2025');
    expect(toggleFilter('date:2025', 'date:2025')).toBe('');
    expect(toggleFilter('graph date:2025 kernels', 'date:2025')).toBe('graph kernels');
    expect(hasFilter('graph date:2025', 'date:2025')).toBe(true);
    expect(hasFilter('graph date:2025-03', 'date:2025')).toBe(false);
  });
});
