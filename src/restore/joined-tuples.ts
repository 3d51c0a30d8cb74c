import type { MathSpan } from './tagger.ts';

/** The spans, two where a comma is all that parts a tuple as one: angle brackets do not stand alone. */
export function joinedTuples(text: string, spans: readonly MathSpan[]): MathSpan[] {
  const joined: MathSpan[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && areNeighbours(text, before, span) && isParted(text, before, span))
      joined[joined.length - 1] = {
        ...before,
        end: span.end,
        probability: Math.min(before.probability, span.probability),
      };
    else joined.push(span);
  }
  return joined;
}

/** Whether nothing but white space and at most one comma is between two spans. */
function areNeighbours(text: string, before: MathSpan, after: MathSpan): boolean {
  // A pattern would try every part of a long stretch of white space.
  const between = text.slice(before.end, after.start).trim();
  return between === '' || between === ',';
}

/** Whether the one opens a bracket that the other closes. */
function isParted(text: string, before: MathSpan, after: MathSpan): boolean {
  const first = text.slice(before.start, before.end);
  const second = text.slice(after.start, after.end);
  return first.lastIndexOf('langle') > first.lastIndexOf('rangle') && isClosedFirst(second);
}

function isClosedFirst(text: string): boolean {
  const opens = text.indexOf('langle');
  const closes = text.indexOf('rangle');
  return closes >= 0 && (opens < 0 || closes < opens);
}
