import { z } from 'zod';
import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import { enrichmentSchema, type Enrichment } from './schema.ts';

/** The name of the file in the content folder. */
export const enrichmentFileName = 'enrichment.jsonl';

/**
 * Where in the content folder the line of a paper stands whose feeds give its arXiv id: a file for each month of ids
 * (`records/2410.jsonl`), so that files stay small and old ones do not change.
 */
export function recordsFileName(arxivId: string): string {
  return `records/${/(\d{4})\.?\d+$/.exec(arxivId)?.[1] ?? 'other'}.jsonl`;
}

/**
 * Reads the text of an enrichment file. A line that is not of the expected form is left out with a message, and so is a
 * second line on one paper.
 */
export function parseEnrichment(text: string, fileName = enrichmentFileName): Result<Enrichment[]> {
  const log = new MessageLog(fileName);
  const byPaper = new Map<string, Enrichment>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const place = index + 1;
    const parsed = parseLine(line);
    if ('complaint' in parsed)
      log.note(
        'warning',
        'enrichment-line-unreadable',
        place,
        `The line (“${line.trim().slice(0, 60).toWellFormed()}”) ${parsed.complaint}, and was left out. Mend or remove it; "digest enrich" finds again what is missing.`,
      );
    else if (byPaper.has(parsed.data.paper))
      log.note(
        'warning',
        'enrichment-line-repeated',
        place,
        `There is an earlier line on ${parsed.data.paper}, which counts; this one was left out.`,
      );
    else byPaper.set(parsed.data.paper, parsed.data);
  });
  return { value: [...byPaper.values()], messages: log.messages };
}

/** The text of the file: one line a paper, in the given order. */
export function formatEnrichment(lines: readonly Enrichment[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parseLine(line: string): { data: Enrichment } | { complaint: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { complaint: `is not JSON (${(error as Error).message})` };
  }
  const parsed = enrichmentSchema.safeParse(json);
  return parsed.success
    ? { data: parsed.data }
    : { complaint: `is not of the expected form (${z.prettifyError(parsed.error).replace(/\s+/g, ' ')})` };
}
