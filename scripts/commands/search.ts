import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { SearchClient } from '#search/client/search-client.ts';
import { manifestPath } from '#search/format/manifest.ts';
import type { MarkedSegment } from '#search/query/highlight.ts';
import { fetchFromFolder } from '../search/fetch-from-folder.ts';
import { CallError } from './call-error.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

interface SearchCommandOptions {
  dist: string;
  limit: number;
  queries?: string;
}

const querySchema = z.object({ q: z.string() });

/**
 * `digest search`: the site's own client over the files of a built site. Each query starts from nothing, as on a first
 * visit, so that its transfer is that of a cold search.
 */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('Search a built site: one JSON line {q, results, transfer} a query.')
    .argument('[query...]', 'what to search for')
    .option('--dist <dir>', 'folder of the built site', 'dist')
    .option('--limit <n>', 'results a query', positiveInteger, 10)
    .option('--queries <file>', 'a file of JSON lines {q} instead of one query (-: standard input)')
    .action(async (words: string[], { dist, limit, queries }: SearchCommandOptions) => {
      if (words.length === 0 && queries === undefined)
        throw new CallError('Say what to search for, or give a file of queries with --queries.');
      if (words.length > 0 && queries !== undefined)
        throw new CallError('Give a query or a file of queries with --queries, not both.');
      const folder = join(dist, 'search');
      if (!existsSync(join(folder, manifestPath)))
        throw new CallError(
          `${dist} has no search index: build the site first, or say where it is with --dist.`,
        );
      const lines = queries === undefined ? [{ q: words.join(' ') }] : readJsonLines([queries], querySchema);
      for await (const { q } of lines) await writeJsonLine(await searchFolder(folder, q, limit));
    });
}

async function searchFolder(folder: string, q: string, limit: number) {
  const transfer = { requests: 0, bytes: 0 };
  const { results } = await new SearchClient(fetchFromFolder(folder, transfer)).search(q, { limit });
  return {
    q,
    results: results.map(({ slug, title, score }) => ({ slug, title: plainTitle(title), score })),
    transfer,
  };
}

function plainTitle(segments: readonly MarkedSegment[]): string {
  return segments.map((segment) => ('text' in segment ? segment.text : `$${segment.tex}$`)).join('');
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('A number from 1 is expected.');
  return Number(text);
}
