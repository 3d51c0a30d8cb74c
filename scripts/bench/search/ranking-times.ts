import MiniSearch from 'minisearch';
import { evaluateQuery } from '#search/client/evaluate-query.ts';
import { IndexFiles } from '#search/client/index-files.ts';
import type { FetchFile } from '#search/client/fetch-file.ts';
import { searchFields } from '#search/options.ts';
import { parseQuery } from '#search/query/parse-query.ts';
import { planQuery } from '#search/query/plan-query.ts';

/** What MiniSearch serialises of one term: field -> document -> frequency. */
type SerializedTerm = [term: string, fields: Record<string, Record<string, number>>];

/**
 * Milliseconds that ranking takes in Node with all shards loaded and decoded: with the site's own ranking, and with
 * MiniSearch loading the same terms by `loadJS` and ranking them.
 */
export async function rankingTimes(
  fetchFile: FetchFile,
  queries: readonly string[],
): Promise<{ own: number[]; miniSearch: number[] }> {
  const files = await IndexFiles.open(fetchFile, false);
  const own: number[] = [];
  const miniSearch: number[] = [];
  for (const q of queries) {
    await evaluateQuery(files, q);
    let started = performance.now();
    await evaluateQuery(files, q);
    own.push(performance.now() - started);
    const { words } = planQuery(parseQuery(q), files.core);
    started = performance.now();
    await rankWithMiniSearch(files, words);
    miniSearch.push(performance.now() - started);
  }
  return { own, miniSearch };
}

async function rankWithMiniSearch(
  files: IndexFiles,
  words: readonly { term: string; prefix: boolean }[],
): Promise<void> {
  const index = new Map<string, SerializedTerm>();
  const fieldLength: Record<string, number[]> = {};
  const documentIds: Record<string, number> = {};
  for (const { term, prefix } of words) {
    for (const found of await files.termsInRange(term, prefix ? `${term}\uffff` : term)) {
      const fields: Record<string, Record<string, number>> = {};
      searchFields.forEach((_, field) => {
        const postings = found.postings[field];
        if (!postings) return;
        const frequencies: Record<string, number> = (fields[field] = {});
        postings.documents.forEach((document, row) => {
          frequencies[document] = postings.frequencies[row]!;
          documentIds[document] = document;
          (fieldLength[document] ??= [])[field] = postings.lengths[row]!;
        });
      });
      index.set(found.term, [found.term, fields]);
    }
  }
  const loaded = MiniSearch.loadJS(
    {
      documentCount: files.manifest.documentCount,
      nextId: files.manifest.documentCount,
      documentIds,
      fieldIds: Object.fromEntries(searchFields.map((name, field) => [name, field])),
      fieldLength,
      averageFieldLength: files.core.averageLengths,
      storedFields: {},
      index: [...index.values()],
      serializationVersion: 2,
    },
    { fields: [...searchFields] },
  );
  loaded.search({
    combineWith: 'AND',
    queries: words.map(({ term, prefix }) => ({ queries: [term], prefix })),
  });
}
