import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { expectation, placeOf } from './yaml-complaints.ts';

/**
 * Reads a file of an owner's. Throws an error that names the file, the line and place in it and what is expected;
 * `form` says that in words.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, form?: string): T {
  const lines = new LineCounter();
  const document = parseDocument(readUtf8(file), { lineCounter: lines });
  let data: unknown;
  try {
    if (document.errors.length > 0) throw document.errors[0]!;
    data = document.toJS() ?? {};
  } catch (error) {
    throw new Error(
      `${file} is not valid YAML: ${(error as Error).message.trimEnd()}\nIndent by spaces, and put a text into quotes that has “: ” or “ #” in it or starts with a sign: into single ones, which take a backslash as it is.`,
    );
  }
  const parsed = schema.safeParse(data, { error: expectation });
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(
    (issue) => `  ${placeOf(issue, document, lines)}${issue.message}`,
  );
  throw new Error(
    `${file} does not have the expected form${form === undefined ? ':' : `: ${form}.`}\n${complaints.join('\n')}`,
  );
}

function readUtf8(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Error(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): every content folder needs it.`,
    );
  }
  if (!isUtf8(bytes))
    throw new Error(`${file} is not in UTF-8, so that letters of it would be lost. Save it as UTF-8.`);
  return bytes.toString('utf8');
}
