import { describe, expect, it } from 'vitest';
import { createShortcutReader, sequenceMilliseconds, shortcuts } from '#reading/shortcuts.ts';

const commandsOf = (keys: string, gap = 10) => {
  const press = createShortcutReader();
  return [...keys].map((key, index) => press(key, index * gap));
};

describe('shortcuts', () => {
  it('recognises each by its keys', () => {
    for (const { keys, command } of shortcuts) expect(commandsOf(keys.join('')).at(-1)).toBe(command);
  });

  it('has no keys that begin another', () => {
    const written = shortcuts.map(({ keys }) => keys.join(' '));
    for (const one of written)
      expect(written.filter((other) => other !== one && other.startsWith(`${one} `))).toEqual([]);
    expect(new Set(written).size).toBe(written.length);
  });

  it('knows single keys one after the other', () => {
    expect(commandsOf('jjk')).toEqual(['next-paper', 'next-paper', 'previous-paper']);
  });

  it('forgets a sequence that takes too long', () => {
    expect(commandsOf('gs', sequenceMilliseconds + 1)).toEqual([null, 'mark-saved']);
  });

  it('takes a key that ends no sequence for itself', () => {
    expect(commandsOf('gj')).toEqual([null, 'next-paper']);
    expect(commandsOf('gqj')).toEqual([null, null, 'next-paper']);
  });
});
