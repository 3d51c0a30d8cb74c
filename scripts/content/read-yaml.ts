import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * Reads a file of an owner's. Throws an error that names the file, the place in it and what is expected; `form` says
 * that in words.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, form?: string): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): every content folder needs it.`,
    );
  }
  let data: unknown;
  try {
    data = parse(text) ?? {};
  } catch (error) {
    throw new Error(`${file} is not valid YAML: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new Error(
      `${file} does not have the expected form${form === undefined ? ':' : `: ${form}.`}\n${z.prettifyError(parsed.error)}`,
    );
  return parsed.data;
}
