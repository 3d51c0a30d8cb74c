import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { CallError } from './call-error.ts';

/**
 * Reads JSON Lines from files, or from standard input when there are none. A line that is not of the expected form
 * ends the command with its file, number and what was expected; blank lines are passed over.
 */
export async function* readJsonLines<T>(files: readonly string[], schema: z.ZodType<T>): AsyncGenerator<T> {
  const inputs =
    files.length === 0
      ? [{ name: 'standard input', stream: process.stdin }]
      : files.map((name) => ({ name, stream: createReadStream(name) }));
  for (const { name, stream } of inputs) {
    let number = 0;
    for await (const line of lines(name, stream)) {
      number += 1;
      if (line.trim() === '') continue;
      yield parseLine(line, `${name}, line ${number}`, schema);
    }
  }
}

async function* lines(name: string, stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (error) {
    throw new CallError(`${name} cannot be read: ${(error as Error).message}`);
  }
}

function parseLine<T>(line: string, place: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    throw new CallError(
      `${place}: not JSON (${(error as Error).message}). One JSON object a line is expected.`,
    );
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new CallError(`${place}: not of the expected form.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Writes one JSON line to standard output and waits where the reader is slower. */
export async function writeJsonLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
