import type { MathSpan } from './tagger.ts';

const maxRepairs = 6;

/**
 * Moves the ends of a span so that its round brackets balance, where one step does it, and no punctuation is
 * at its ends.
 */
export function repairSpan(text: string, span: MathSpan): MathSpan {
  let { start, end } = span;
  for (let repair = 0; repair < maxRepairs; repair++) {
    const before = [start, end];
    const { unopened, unclosed } = unbalanced(text.slice(start, end));
    const inner = end - start - 1;
    if (unopened === inner) end--;
    else if (unopened >= 0 && text[start - 1] === '(' && unclosed.length === 0) start--;
    else if (unclosed[0] === 0) {
      if (text[end] === ')') end++;
      else start++;
    } else if (unclosed.length === 1 && text[end] === ')') end++;
    while (start < end && /[\s,;]/.test(text[start]!)) start++;
    while (end > start && /[\s.,;:]/.test(text[end - 1]!)) end--;
    if (start === before[0] && end === before[1]) break;
  }
  return { ...span, start, end };
}

/** The first closing bracket without an opening one (-1 for none), and all opening ones without a closing one. */
function unbalanced(text: string): { unopened: number; unclosed: number[] } {
  let unopened = -1;
  const unclosed: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') unclosed.push(at);
    else if (text[at] === ')' && unclosed.pop() === undefined && unopened < 0) unopened = at;
  }
  return { unopened, unclosed };
}
