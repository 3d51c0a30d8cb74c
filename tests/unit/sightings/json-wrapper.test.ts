import { describe, expect, test } from 'vitest';
import { listKey, listStart } from '#sightings/json-wrapper.ts';

describe('the list of an object', () => {
  test.each([
    ['the longest', { errors: [{}], papers: [{}, {}], links: [] }, 'papers'],
    ['the first of two as long', { papers: [{}], others: [{}] }, 'papers'],
    ['one of texts', { papers: ['{}'] }, 'papers'],
    ['an empty one', { papers: [] }, 'papers'],
    ['none of numbers, however long', { sizes: [1, 2, 3], papers: [{}] }, 'papers'],
    ['none', { date: '2025-03-11' }, null],
  ])('is %s', (_, wrapper, key) => {
    expect(listKey(wrapper)).toBe(key);
  });

  test.each([
    ['that of the key', '{"a": [1], "papers": [2]}', 'papers', '2]}'],
    ['not one of that key deeper inside', '{"meta": {"papers": [1]}, "papers": [2]}', 'papers', '2]}'],
    ['not one in a text', '{"note": "\\"papers\\": [1]", "papers": [2]}', 'papers', '2]}'],
    ['the first one for no key', '{"meta": {"a": [1]}, "papers": [2], "b": [3]}', null, '2], "b": [3]}'],
  ])('begins at %s', (_, text, key, rest) => {
    expect(text.slice(listStart(text, key))).toBe(rest);
  });

  test('is nowhere in an object that breaks off before it', () => {
    expect(listStart('{"date": "2025-03-11", "papers', 'papers')).toBe(-1);
    expect(listStart('{"date": "2025-03-11"}', null)).toBe(-1);
  });
});
