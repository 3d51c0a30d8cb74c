import type { Message } from './message.ts';

/** Where a message points: a line, or null for the feed as a whole. */
export type Note = (severity: Message['severity'], rule: string, line: number | null, text: string) => void;

/** Messages of one rule that are listed one by one; further ones of the feed are counted in a last message. */
export const maxMessagesPerRule = 200;

/**
 * Collects the messages about one feed. A rule that fires more than `maxMessagesPerRule` times is summed up in one
 * message with the lines of the others, so that a hostile feed cannot fill the memory with complaints.
 */
export class MessageLog {
  readonly #feed: string | null;
  readonly #messages: Message[] = [];
  readonly #counts = new Map<
    string,
    { count: number; severity: Message['severity']; lastLine: number | null }
  >();

  constructor(feed: string | null) {
    this.#feed = feed;
  }

  readonly note: Note = (severity, rule, line, text) => {
    const tally = this.#counts.get(rule);
    if (tally === undefined) this.#counts.set(rule, { count: 1, severity, lastLine: line });
    else {
      tally.count += 1;
      tally.lastLine = line;
    }
    if ((tally?.count ?? 1) <= maxMessagesPerRule)
      this.#messages.push({ severity, rule, feed: this.#feed, line, text });
  };

  /** The messages so far, in the order of noting, then one for each rule that fired too often to list. */
  get messages(): Message[] {
    const sums: Message[] = [];
    for (const [rule, { count, severity, lastLine }] of this.#counts) {
      const more = count - maxMessagesPerRule;
      if (more <= 0) continue;
      const upTo = lastLine === null ? '' : `, the last in line ${lastLine}`;
      sums.push({
        severity,
        rule,
        feed: this.#feed,
        line: lastLine,
        text: `${more} more of the rule ${rule}${upTo}: they were treated as the ones listed.`,
      });
    }
    return [...this.#messages, ...sums];
  }
}
