import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchClient } from '#search/client/search-client.ts';
import type { MarkedSegment } from '#search/query/highlight.ts';
import { fetchFromFolder } from './search-files.ts';

/** Options of `digest search`: one query, or a file of JSON lines `{q}`. */
export interface SearchArguments {
  dist: string;
  limit: number;
  query?: string | undefined;
  queries?: string | undefined;
}

const plainText = (segments: readonly MarkedSegment[]) =>
  segments.map((segment) => ('text' in segment ? segment.text : `$${segment.tex}$`)).join('');

async function readQueries({ query, queries }: SearchArguments): Promise<string[]> {
  if (queries === undefined) {
    if (query === undefined)
      throw new Error('digest search needs a query, or --queries with a file of them.');
    return [query];
  }
  const lines = (await readFile(queries, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    try {
      const { q } = JSON.parse(line);
      if (typeof q === 'string') return q;
    } catch {
      // Told below, like a line without a query.
    }
    throw new Error(
      `${queries}:${i + 1} is not a query: each line must be JSON like {"q": "diffusion models"}.`,
    );
  });
}

/**
 * Runs queries over the search files of a built site with the site's own client, and prints a JSON line for each:
 * `{q, results: [{slug, title, score}], transfer: {requests, bytes}}`. Each query starts from nothing, as on a first
 * visit, so its transfer is that of a cold search.
 *
 * @throws Error when the folder has no search index, or the file of queries cannot be read.
 */
export async function runSearch(args: SearchArguments): Promise<void> {
  for (const q of await readQueries(args)) {
    const transfer = { requests: 0, bytes: 0 };
    const client = new SearchClient(fetchFromFolder(join(args.dist, 'search'), transfer));
    const { results } = await client.search(q, { limit: args.limit });
    const rows = results.map(({ slug, title, score }) => ({ slug, title: plainText(title), score }));
    process.stdout.write(`${JSON.stringify({ q, results: rows, transfer })}\n`);
  }
}
