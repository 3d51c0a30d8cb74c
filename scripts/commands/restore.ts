import type { Command } from 'commander';
import { z } from 'zod';
import { restore } from '#restore/restore.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().optional(),
  abstract: z.string(),
});

/** `digest restore`: damaged titles and abstracts in, the same with their mathematics in `$…$` out. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description(
      'Restore the mathematics of damaged abstracts: JSON lines {id, title?, abstract} in and out, same order.',
    )
    .argument('[files...]', 'files of JSON lines (default, and -: standard input)')
    .action(async (files: string[]) => {
      for await (const { id, title, abstract } of readJsonLines(files, lineSchema))
        await writeJsonLine({
          id,
          ...(title === undefined ? {} : { title: restore(title).text }),
          abstract: restore(abstract, title === undefined ? {} : { title }).text,
        });
    });
}
