import { expect, test } from 'vitest';
import { commandCover } from '../../../src/restore/command-cover.ts';

const commands = new Set(['times', 'log', 'in', 'int', 'mathcal', 'o']);

test.each([
  ['times', 'command'],
  ['timeslog', 'commands'],
  ['intimes', 'commands'],
  ['mtimes', 'oneLetterMore'],
  ['mtimesn', 'twoLettersMore'],
  ['mnktimes', 'mostly'],
  ['logabc', 'none'],
  ['inabcd', 'none'],
  ['timesabcdef', 'none'],
  ['o', 'none'],
  ['times'.repeat(8), 'commands'],
  [`${'times'.repeat(8)}n`, 'none'],
] as const)('%s: %s', (word, kind) => {
  const kinds = ['none', 'command', 'commands', 'oneLetterMore', 'twoLettersMore', 'mostly'] as const;
  expect(kinds[commandCover(word, commands)]).toBe(kind);
});
