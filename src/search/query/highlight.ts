import type { Segment } from '#search/schema.ts';
import { tokenizeFormula, tokenizeText } from '#search/tokenize.ts';

/** A stretch of text or a formula's MathML, marked when it matched the query. */
export type MarkedSegment = { marked: boolean } & ({ text: string } | { mathml: string; tex: string });

/** A matched stretch of a segment; `group` numbers the word of the query. */
interface Hit {
  segment: number;
  start: number;
  end: number;
  group: number;
}

/** Letters of an excerpt, about two and a half lines of a result. */
const excerptLength = 240;

/** A formula counts as this many letters. */
const formulaLength = 8;

/** Words of the query by the terms they matched: the numbers are arbitrary but equal for equal words. */
export type HighlightTerms = ReadonlyMap<string, number>;

function findHits(segments: readonly Segment[], terms: HighlightTerms): Hit[] {
  return segments.flatMap((segment, index) => {
    if (typeof segment !== 'string') {
      const term = tokenizeFormula(segment[0]).find((candidate) => terms.has(candidate));
      return term === undefined
        ? []
        : [{ segment: index, start: 0, end: formulaLength, group: terms.get(term)! }];
    }
    return tokenizeText(segment).flatMap(({ term, start, end }) => {
      const group = terms.get(term);
      return group === undefined ? [] : [{ segment: index, start, end, group }];
    });
  });
}

/** Marks every match in a whole text, a title for example. */
export function highlight(segments: readonly Segment[], terms: HighlightTerms): MarkedSegment[] {
  const hits = findHits(segments, terms);
  return segments.flatMap((segment, index) => markSegment(segment, index, hits, 0, Infinity));
}

function markSegment(
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

/** A text as units that an excerpt may begin or end at: words with the space after them, and formulas. */
interface Unit {
  segment: number;
  start: number;
  end: number;
  length: number;
  endsSentence: boolean;
}

function unitsOf(segments: readonly Segment[]): Unit[] {
  return segments.flatMap((segment, index): Unit[] => {
    if (typeof segment !== 'string') {
      return [{ segment: index, start: 0, end: formulaLength, length: formulaLength, endsSentence: false }];
    }
    return Array.from(segment.matchAll(/\S+\s*|\s+/g), ({ 0: text, index: start }) => ({
      segment: index,
      start,
      end: start + text.length,
      length: text.length,
      endsSentence: /[.!?]["”)]?\s+$/.test(text),
    }));
  });
}

/** Where an excerpt may begin that would leave room: at an earlier sentence, as far as it fits. */
function earliestStart(units: readonly Unit[], start: number, end: number): number {
  let room = excerptLength - units.slice(start, end).reduce((sum, { length }) => sum + length, 0);
  let earliest = start;
  for (let i = start - 1; i >= 0; i--) {
    room -= units[i]!.length;
    if (room < 0) break;
    if (i === 0 || units[i - 1]!.endsSentence) earliest = i;
  }
  return earliest;
}

/**
 * The part of a text that has the most different words of the query, from the beginning of a sentence where that
 * fits; formulas stay whole. `…` tells where text was left out.
 */
export function excerpt(segments: readonly Segment[], terms: HighlightTerms): MarkedSegment[] {
  const hits = findHits(segments, terms);
  const units = unitsOf(segments);
  const groupsOf = units.map((unit) =>
    hits
      .filter((hit) => hit.segment === unit.segment && hit.start < unit.end && hit.end > unit.start)
      .map(({ group }) => group),
  );
  const startsSentence = (i: number) => i === 0 || units[i - 1]!.endsSentence;
  let best = { start: 0, end: 0, score: -1 };
  for (let start = 0; start < units.length; start++) {
    const isSentence = startsSentence(start);
    if (!isSentence && groupsOf[start]!.length === 0) continue;
    let length = 0;
    let end = start;
    const seen = new Set<number>();
    let count = 0;
    let lead = 0;
    while (end < units.length && length + units[end]!.length <= excerptLength) {
      length += units[end]!.length;
      if (count === 0 && groupsOf[end]!.length === 0) lead += units[end]!.length;
      for (const group of groupsOf[end]!) {
        seen.add(group);
        count++;
      }
      end++;
    }
    if (end === start) end++;
    const score = seen.size * 100 + Math.min(count, 9) + (isSentence ? 20 : 0) - Math.min(lead, 200) / 20;
    if (score > best.score) best = { start, end, score };
  }
  best.start = earliestStart(units, best.start, best.end);
  const first = units[best.start];
  const last = units[best.end - 1];
  if (!first || !last) return [];
  const marked: MarkedSegment[] = [];
  if (best.start > 0) marked.push({ text: '… ', marked: false });
  for (let index = first.segment; index <= last.segment; index++) {
    const from = index === first.segment ? first.start : 0;
    const to = index === last.segment ? last.end : Infinity;
    marked.push(...markSegment(segments[index]!, index, hits, from, to));
  }
  if (best.end < units.length) marked.push({ text: '…', marked: false });
  return marked;
}
