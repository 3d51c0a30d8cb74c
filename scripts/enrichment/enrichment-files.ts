import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Result } from '#diagnostics/message.ts';
import { enrichmentFileName, formatEnrichment, parseEnrichment } from '#enrichment/enrichment-file.ts';
import type { Enrichment } from '#enrichment/schema.ts';
import { readText } from '../content/read-text.ts';
import { writeAtomically } from '../fetch/atomic-write.ts';

/** The lines of all enrichment files of a content folder: `enrichment.jsonl` and those in `records/`. */
export function readEnrichment(folder: string): Result<Enrichment[]> {
  const files = [...parseFiles(folder).values()];
  return {
    value: files.flatMap(({ value }) => value),
    messages: files.flatMap(({ messages }) => messages),
  };
}

/**
 * The lines of each enrichment file of a content folder, for a search that adds to them. Throws an error when a file
 * has lines that cannot be read, as they would be lost when it is written.
 */
export function readLinesToKeep(folder: string): Map<string, readonly Enrichment[]> {
  const files = parseFiles(folder);
  const complaints: Message[] = [...files.values()].flatMap(({ messages }) => messages);
  if (complaints.length > 0) {
    const list = complaints.map(
      ({ feed, line, text }) => `  ${feed}${line === null ? '' : `, line ${line}`}: ${text}`,
    );
    throw new Error(
      `${folder} has lines of enrichment that cannot be read, and nothing was touched. Mend or remove them:\n${list.join('\n')}`,
    );
  }
  return new Map([...files].map(([name, { value }]) => [name, value]));
}

/** Writes an enrichment file, if these lines are others than before. */
export function writeLines(
  folder: string,
  name: string,
  lines: readonly Enrichment[],
  before: readonly Enrichment[],
): void {
  const text = formatEnrichment(lines);
  if (text !== formatEnrichment(before)) writeAtomically(join(folder, name), text);
}

function parseFiles(folder: string): Map<string, Result<Enrichment[]>> {
  const records = join(folder, 'records');
  const names = [
    ...(existsSync(join(folder, enrichmentFileName)) ? [enrichmentFileName] : []),
    ...(existsSync(records) ? readdirSync(records) : [])
      .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
      .sort()
      .map((name) => `records/${name}`),
  ];
  return new Map(
    names.map((name) => {
      const { value: text, messages } = readText(folder, name);
      return [name, text === null ? { value: [], messages } : parseEnrichment(text, name)];
    }),
  );
}
