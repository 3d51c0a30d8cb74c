import { expect, test } from 'vitest';
import { maxMessagesPerRule, MessageLog } from '#diagnostics/message-log.ts';

test('lists messages in the order of noting', () => {
  const log = new MessageLog('a.txt');
  log.note('info', 'b', 2, 'Second line.');
  log.note('error', 'a', null, 'All of it.');
  expect(log.messages).toEqual([
    { severity: 'info', rule: 'b', feed: 'a.txt', line: 2, text: 'Second line.' },
    { severity: 'error', rule: 'a', feed: 'a.txt', line: null, text: 'All of it.' },
  ]);
});

test('sums up a rule that fires too often', () => {
  const log = new MessageLog('a.txt');
  for (let line = 1; line <= maxMessagesPerRule + 5; line += 1) log.note('warning', 'odd', line, 'Odd.');
  log.note('info', 'even', 1, 'Even.');
  expect(log.messages).toHaveLength(maxMessagesPerRule + 2);
  expect(log.messages.at(-1)).toEqual({
    severity: 'warning',
    rule: 'odd',
    feed: 'a.txt',
    line: 205,
    text: '5 more of the rule odd, the last in line 205: they were treated as the ones listed.',
  });
});
