import { once } from 'node:events';
import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { z } from 'zod';
import { CallError } from './call-error.ts';
import { linesOf } from './lines-of.ts';

/** Lines that cannot be read are told one by one up to this number. */
const maxComplaints = 20;

/** What stands for standard input among files. */
const standardInput = '-';

/**
 * Reads JSON Lines from files, or from standard input for `-` and when there are none. Blank lines are passed over. A
 * line that is not of the expected form is told on standard error, with its file, its number and what was expected, and
 * left out; when all is read, an error says how many there were. So is a line with bytes that are no UTF-8, but it is
 * read. Throws a `CallError` for a file that cannot be read.
 */
export async function* readJsonLines<T>(files: readonly string[], schema: z.ZodType<T>): AsyncGenerator<T> {
  const inputs = (files.length === 0 ? [standardInput] : files).map((name) =>
    name === standardInput
      ? { name: 'standard input', stream: () => process.stdin }
      : { name, stream: () => createReadStream(name) },
  );
  files.filter((name) => name !== standardInput).forEach(refuseUnlessReadable);
  let complaints = 0;
  let damaged = 0;
  for (const { name, stream } of inputs) {
    let number = 0;
    for await (const line of linesOf(stream())) {
      number += 1;
      if (line.trim() === '') continue;
      if (line.includes('\ufffd')) {
        damaged += 1;
        if (damaged <= maxComplaints)
          process.stderr.write(
            `warning: ${name}, line ${number}: a character is lost (it reads U+FFFD); JSON lines are expected in UTF-8\n`,
          );
      }
      const parsed = parseLine(line, schema);
      if (!('complaint' in parsed)) {
        yield parsed.value;
        continue;
      }
      complaints += 1;
      if (complaints <= maxComplaints)
        process.stderr.write(`error: ${name}, line ${number}: ${parsed.complaint}; the line was left out\n`);
    }
  }
  if (complaints > 0)
    throw new Error(
      `${complaints} ${complaints === 1 ? 'line was' : 'lines were'} left out: not of the expected form.`,
    );
}

function refuseUnlessReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new CallError(`${file} cannot be read: ${(error as Error).message}`);
  }
  if (statSync(file).isDirectory())
    throw new CallError(`${file} is a folder; a file of JSON lines is expected.`);
}

function parseLine<T>(line: string, schema: z.ZodType<T>): { value: T } | { complaint: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return { complaint: `not JSON (${(error as Error).message}), where one JSON object a line is expected` };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  return { complaint: `not of the expected form (${z.prettifyError(parsed.error).replace(/\s+/g, ' ')})` };
}

/** Writes one JSON line to standard output and waits where the reader is slower. */
export async function writeJsonLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
