import type { Segment } from '#search/schema.ts';
import { findHits, markSegment, type HighlightTerms, type Hit, type MarkedSegment } from './highlight.ts';

/** Letters of an excerpt, about two and a half lines of a result. */
const excerptLength = 240;

/** A formula counts as this many letters. */
const formulaLength = 8;

/**
 * What an excerpt may begin or end at: a word with the space after it, or a formula; and the words of the query in it.
 */
interface Unit {
  segment: number;
  start: number;
  end: number;
  length: number;
  endsSentence: boolean;
  groups: number[];
}

/** Text as units; `hits` are in order. */
function unitsOf(segments: readonly Segment[], hits: readonly Hit[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  const add = (segment: number, start: number, end: number, length: number, endsSentence: boolean) => {
    const groups: number[] = [];
    for (let hit = hits[next]; hit?.segment === segment && hit.start < end; hit = hits[++next])
      groups.push(hit.group);
    units.push({ segment, start, end, length, endsSentence, groups });
  };
  segments.forEach((segment, index) => {
    if (typeof segment !== 'string') return add(index, 0, 1, formulaLength, false);
    for (let start = 0, end = 0; start < segment.length; start = end) {
      end = segment.indexOf(' ', start) + 1;
      if (end === 0) end = segment.length;
      add(index, start, end, end - start, endsSentence(segment, end));
    }
  });
  return units;
}

/** Whether a sentence, and the space after it, end at `end`: closing quotes and brackets belong to it. */
function endsSentence(text: string, end: number): boolean {
  if (text[end - 1] !== ' ') return false;
  const last = '"”)'.includes(text[end - 2] ?? ' ') ? end - 3 : end - 2;
  return '.!?'.includes(text[last] ?? ' ');
}

/** The stretch of units, with at most `excerptLength` letters, that has the most different words of the query. */
function bestStretch(units: readonly Unit[]): { start: number; end: number } {
  let best = { start: 0, end: 0, score: -1 };
  for (let start = 0; start < units.length; start++) {
    const isSentence = start === 0 || units[start - 1]!.endsSentence;
    if (!isSentence && units[start]!.groups.length === 0) continue;
    let length = 0;
    let end = start;
    let seen = 0;
    let different = 0;
    let count = 0;
    let lead = 0;
    while (end < units.length && length + units[end]!.length <= excerptLength) {
      const unit = units[end++]!;
      length += unit.length;
      if (count === 0 && unit.groups.length === 0) lead += unit.length;
      for (const group of unit.groups) {
        if ((seen & (1 << group)) === 0) different++;
        seen |= 1 << group;
        count++;
      }
    }
    if (end === start) end++;
    const score = different * 100 + Math.min(count, 9) + (isSentence ? 20 : 0) - Math.min(lead, 200) / 20;
    if (score > best.score) best = { start, end, score };
  }
  return best;
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
  const units = unitsOf(segments, hits);
  const best = bestStretch(units);
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
