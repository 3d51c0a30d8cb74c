import { gunzipSync } from 'node:zlib';
import { buildSearch } from '#search/build-search.ts';
import { SearchFetchError } from '#search/client/fetch-file.ts';
import { SearchClient } from '#search/client/search-client.ts';
import { SearchFormatError } from '#search/format/format-error.ts';
import { mutateBytes, mutateText, tokenText } from './mutate.ts';
import { Random } from '../random.ts';
import { promise, type Target } from './target.ts';

const queries = [
  'lazy walkers',
  '"lazy walkers" -grid',
  'title:grid author:lima 2024..2025',
  'wal* OR grdi',
  'steps code:yes sort:date',
  'https://arxiv.org/abs/2411.10001v2 OR hep-th/9901001',
];

/** The query parser over a whole index, and the reader of shards over a damaged one. */
export function searchTargets(texts: readonly string[]): Target[] {
  const { files } = buildSearch(
    texts.slice(0, 120).map((text, index) => ({
      slug: `paper-${index}`,
      title: [text.slice(0, 80)],
      abstract: [text],
      authors: ['Ana Lima'],
      topics: [{ slug: 'walkers', name: 'Walkers', abbreviations: ['rw'] }],
      byline: null,
      seen: index % 5 === 0 ? null : `202${index % 5}-03-11`,
      published: null,
      arxivId: `24${10 + (index % 3)}.${10_000 + index}`,
      upvotes: index % 4 === 0 ? null : index,
      hasCode: index % 2 === 0,
      hasMath: index % 3 === 0,
    })),
  );
  const whole = new SearchClient(async (path) => ({ bytes: files.get(path)!, start: 0 }));
  return [
    {
      name: 'queries',
      make: (random) =>
        (random.below(2) === 0 ? tokenText(random) : mutateText(random.pick(queries), random)).slice(0, 5000),
      async run(input) {
        const { results } = await whole.search(String(input), { limit: 5 });
        promise(results.length <= 5, 'no more results than asked for');
      },
    },
    {
      name: 'shards',
      // The input only seeds the damage: every file is damaged anew each time it is read.
      make: (random) => String(random.below(2 ** 31)),
      async run(input) {
        const random = new Random(Number(input));
        const damaged = new SearchClient(async (path) => {
          const bytes = files.get(path);
          if (bytes === undefined) throw new SearchFetchError(path, 404);
          if (random.below(3) > 0) return { bytes, start: 0 };
          const isPacked = bytes[0] === 0x1f && random.below(4) > 0;
          return { bytes: mutateBytes(isPacked ? gunzipSync(bytes) : bytes, random), start: 0 };
        });
        try {
          await damaged.search(random.pick(queries), { limit: 5 });
        } catch (error) {
          const isTold = error instanceof SearchFormatError || error instanceof SearchFetchError;
          if (!isTold) throw error;
        }
      },
    },
  ];
}
