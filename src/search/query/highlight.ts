import { isIndexed } from '#search/common-words.ts';
import type { Segment } from '#search/schema.ts';
import { gluedNames } from '#search/segment-terms.ts';
import { tokenizeFormula, visitTerms } from '#search/tokenize.ts';

/** A stretch of text or a formula's MathML, marked when it matched the query. */
export type MarkedSegment = { marked: boolean } & ({ text: string } | { mathml: string; tex: string });

/** Words of the query by the terms they matched: the numbers, below 32, are arbitrary but equal for equal words. */
export type HighlightTerms = ReadonlyMap<string, number>;

/** A matched stretch of a segment; `group` numbers the word of the query. */
export interface Hit {
  segment: number;
  start: number;
  end: number;
  group: number;
}

/**
 * The matches in a text, in order; a formula matches as a whole, from 0 to 1, once for each word of the query, also
 * where it is but part of a name that does.
 */
export function findHits(segments: readonly Segment[], terms: HighlightTerms): Hit[] {
  const hits: Hit[] = [];
  const names = new Map(gluedNames(segments).map(({ segment, term }) => [segment, term]));
  segments.forEach((segment, index) => {
    if (typeof segment === 'string') {
      visitTerms(segment, ({ term, start, end, inFormula }) => {
        const group = terms.get(term);
        if (group !== undefined && isIndexed(term, inFormula))
          hits.push({ segment: index, start, end, group });
      });
    } else {
      const own = [...tokenizeFormula(segment[0]), names.get(index) ?? ''];
      const groups = new Set(own.map((term) => terms.get(term)));
      for (const group of groups)
        if (group !== undefined) hits.push({ segment: index, start: 0, end: 1, group });
    }
  });
  return hits;
}

/** Marks every match in a whole text, a title for example. */
export function highlight(segments: readonly Segment[], terms: HighlightTerms): MarkedSegment[] {
  const hits = findHits(segments, terms);
  return segments.flatMap((segment, index) => markSegment(segment, index, hits, 0, Infinity));
}

/** A formula, or a text from one place to another, with the hits marked that lie in it. */
export function markSegment(
  segment: Segment,
  index: number,
  hits: readonly Hit[],
  from: number,
  to: number,
): MarkedSegment[] {
  const own = hits.filter((hit) => hit.segment === index);
  if (typeof segment !== 'string') return [{ mathml: segment[1], tex: segment[0], marked: own.length > 0 }];
  const marked: MarkedSegment[] = [];
  let position = from;
  const end = Math.min(to, segment.length);
  for (const hit of own) {
    if (hit.start < position || hit.end > end) continue;
    if (hit.start > position) marked.push({ text: segment.slice(position, hit.start), marked: false });
    marked.push({ text: segment.slice(hit.start, hit.end), marked: true });
    position = hit.end;
  }
  if (position < end) marked.push({ text: segment.slice(position, end), marked: false });
  return marked;
}
