import type { Corpus } from '#corpus/corpus.ts';
import type { DigestPaper } from './digest-item.ts';

/** The days that have a mail, as paths for a route `[date]/…`. */
export function mailPaths({ digests }: Corpus): { params: { date: string } }[] {
  return digests.flatMap(({ date }) => (date === null ? [] : [{ params: { date } }]));
}

/** The papers of a day's digest in its order. Throws for a day without one. */
export function papersOfDay({ digests, entryById, renderedById }: Corpus, date: string): DigestPaper[] {
  const digest = digests.find((candidate) => candidate.date === date);
  if (digest === undefined) throw new Error(`There is no digest of ${date}, so it has no mail.`);
  return digest.items.map(({ id, seenBefore }) => ({
    entry: entryById.get(id)!,
    rendered: renderedById.get(id)!,
    seenBefore,
  }));
}
