import { shortestSeparator } from '#search/format/term-list.ts';
import type { BuildLimits } from './build-limits.ts';
import { TermShardWriter, type TermPostings } from '#search/format/term-shard.ts';

/** A shard before compression. */
export interface CutShard {
  /** Not above its first term, above the last term of the shard before. */
  label: string;
  payload: Uint8Array;
}

/** Cuts terms, which must ascend by code units, into shards. */
export function cutShards(
  terms: Iterable<{ term: string; postings: TermPostings }>,
  { maxShardBytes, maxSharedPostings }: Pick<BuildLimits, 'maxShardBytes' | 'maxSharedPostings'>,
): CutShard[] {
  const shards: CutShard[] = [];
  let writer = new TermShardWriter();
  let label = '';
  let previous = '';
  const flush = () => {
    if (writer.termCount > 0) shards.push({ label, payload: writer.finish() });
    writer = new TermShardWriter();
  };
  for (const { term, postings } of terms) {
    const isLarge =
      postings.reduce((sum, list) => sum + (list?.documents.length ?? 0), 0) > maxSharedPostings;
    if (isLarge || writer.byteLength > maxShardBytes) flush();
    if (writer.termCount === 0) label = shortestSeparator(previous, term);
    writer.add(term, postings);
    previous = term;
    if (isLarge) flush();
  }
  flush();
  return shards;
}
