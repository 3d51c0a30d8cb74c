import type { Message } from '#diagnostics/message.ts';

/** Throws an error with all that could not be used of the content, and where it stands, if anything could not. */
export function failOnErrors(messages: readonly Message[]): void {
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const list = errors.map(
    ({ feed, line, text }) => `  ${feed ?? 'content'}${line === null ? '' : `:${line}`}: ${text}`,
  );
  throw new Error(
    `${errors.length} of the inputs cannot be used, and --strict asks for all of them. ` +
      `The output folder was left as it was.\n${list.join('\n')}`,
  );
}
