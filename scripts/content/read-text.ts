import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';

/**
 * Reads a file of a content folder that a site can be built without; null, with a message, when it cannot be read. What
 * is not UTF-8 in it is told, too.
 */
export function readText(folder: string, name: string): Result<string | null> {
  const log = new MessageLog(name);
  let value: string | null = null;
  try {
    const bytes = readFileSync(join(folder, name));
    value = bytes.toString('utf8');
    if (!isUtf8(bytes))
      log.note(
        'warning',
        'bytes-undecodable',
        null,
        'It is not in UTF-8, so that letters of it were read as U+FFFD. Save it as UTF-8.',
      );
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
