import type { Corpus } from '#corpus/corpus.ts';
import { corpusOf, paperEntry, sightedOn } from '../syndication/corpus-of.ts';

/** Papers of a topic, `perDay` on each of these days, with code and a date of publication. */
export function corpusOfDays(days: readonly string[], perDay = 1): Corpus {
  const papers = days.flatMap((day) =>
    Array.from({ length: perDay }, (_, index) =>
      paperEntry(
        { id: `${day}-${index}`, published: day, sightings: sightedOn(day), upvotes: index },
        { topics: ['theory'], links: [{ kind: 'code', url: 'https://github.com/a/b' }] },
      ),
    ),
  );
  const corpus = corpusOf(papers);
  for (const [id, rendered] of corpus.renderedById) rendered.titleHtml = `Title of ${id}`;
  return corpus;
}
