import { expect, test } from 'vitest';
import { afterCharacter, afterCommand, closed, emptyNesting, opened } from '../../../src/restore/nesting.ts';

const atom = afterCharacter(emptyNesting, 'x');

test('groups close in the order in which they opened', () => {
  const inside = opened(opened(emptyNesting, 'set'), 'group');
  expect(closed(inside, 'set')).toBeUndefined();
  expect(closed(closed(inside, 'group')!, 'set')!.open).toBe('');
  expect(closed(emptyNesting, 'group')).toBeUndefined();
});

test('braces after a symbol are unlikely, unless an operator is in them or a numerator went before', () => {
  expect(opened(atom, 'group').penalty).toBe(-7);
  expect(opened(atom, 'group', true).penalty).toBe(0);
  expect(opened(emptyNesting, 'group').penalty).toBe(0);
  const numerator = closed(afterCharacter(opened(emptyNesting, 'numerator'), '1'), 'group')!;
  expect(opened(numerator, 'group').penalty).toBe(0);
  expect(opened(numerator, 'group', true).penalty).toBe(-7);
  expect(afterCharacter(numerator, ')').penalty).toBe(-3);
});

test('a set after a symbol, and a bare fraction in a script, are unlikely', () => {
  expect(opened(atom, 'set').penalty).toBe(-3);
  expect(opened(emptyNesting, 'set').penalty).toBe(0);
  expect(opened(afterCharacter(atom, '^'), 'numerator').penalty).toBe(-6);
  expect(opened(atom, 'numerator').penalty).toBe(0);
});

test('a command knows whether it takes a bracket, two groups or less', () => {
  expect(['left', 'bigl', 'frac', 'alpha'].map((name) => afterCommand(emptyNesting, name).after)).toEqual([
    'sizing',
    'sizing',
    'fraction',
    'command',
  ]);
});

test('the first group of a fraction is its numerator', () => {
  expect(opened(afterCommand(emptyNesting, 'frac'), 'group').open).toBe('n');
  expect(opened(afterCommand(emptyNesting, 'sqrt'), 'group').open).toBe('g');
});
