import type { Message } from '#diagnostics/message.ts';

const mostPerRule = 5;

/** Writes warnings and errors to standard error, the first few of each rule in full and the others as a number. */
export function writeMessages(messages: readonly Message[]): void {
  const shown = new Map<string, number>();
  for (const { severity, rule, feed, line, text } of messages) {
    if (severity === 'info') continue;
    const count = (shown.get(rule) ?? 0) + 1;
    shown.set(rule, count);
    if (count > mostPerRule) continue;
    const place = feed === null ? '' : `${feed}${line === null ? '' : `:${line}`}: `;
    process.stderr.write(`${severity}: ${place}${text} [${rule}]\n`);
  }
  for (const [rule, count] of shown)
    if (count > mostPerRule) process.stderr.write(`… and ${count - mostPerRule} more of [${rule}]\n`);
}
