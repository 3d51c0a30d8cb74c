import type { Command } from 'commander';
import { isPart } from '../build/part.ts';
import { preparePart } from '../build/read-corpus.ts';
import { withCache } from '../build/work-alone.ts';
import { loadContent } from '../content/load-content.ts';
import { CallError } from './call-error.ts';
import { withContentOptions } from './content-options.ts';
import { writeJsonLine } from './json-lines.ts';

/** `digest prepare`: the costly stage of a build alone, for a part of the papers, into a cache that a build may use. */
export function addPrepareCommand(program: Command): void {
  withContentOptions(program.command('prepare'))
    .description(
      'Restore, render and classify papers, and keep the results in prepared.jsonl of the cache folder. The files of ' +
        'several machines, joined one after the other, are a cache too.',
    )
    .option('--part <name>', 'only the papers of a year (2025), or those without a date (undated)')
    .action(async ({ content, cache, part }: { content: string; cache: string; part?: string }) => {
      if (part !== undefined && (!isPart(part) || part === 'rest'))
        throw new CallError(`"${part}" is no part with papers: name a year, or undated.`);
      const loaded = loadContent(content);
      const papers = await withCache(cache, () => preparePart(content, loaded, cache, part));
      await writeJsonLine({ part: part ?? null, papers });
    });
}
