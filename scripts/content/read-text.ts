import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';

/** Reads a file of a content folder that a site can be built without; null, with a message, when it cannot be read. */
export function readText(folder: string, name: string): Result<string | null> {
  const log = new MessageLog(name);
  let value: string | null = null;
  try {
    value = readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    log.note(
      'error',
      'file-unreadable',
      null,
      `It cannot be read (${(error as NodeJS.ErrnoException).code}) and was left out. Make it a readable file, or remove it.`,
    );
  }
  return { value, messages: log.messages };
}
