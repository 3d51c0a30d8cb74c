import katex from 'katex';
import type { Segment } from '../schema.ts';

const formulaPattern = /(?<!\\)\$((?:[^$\\]|\\.)+)\$/gs;

const markupByTex = new Map<string, string>();

/**
 * A formula as bare MathML, which browsers render without styles or fonts: a quarter of KaTeX's HTML. What KaTeX
 * rejects stays TeX.
 */
function formulaMarkup(tex: string): string {
  let markup = markupByTex.get(tex);
  if (markup === undefined) {
    try {
      markup = katex
        .renderToString(tex, {
          output: 'mathml',
          trust: false,
          strict: 'ignore',
          maxExpand: 200,
          maxSize: 10,
        })
        .replace(/^<span class="katex">|<\/span>$/g, '')
        .replace(/<annotation[^>]*>.*?<\/annotation>|<\/?semantics>/gs, '')
        .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '');
    } catch {
      markup = '';
    }
    markupByTex.set(tex, markup);
  }
  return markup;
}

/** Cuts a text with formulas in `$…$` into stretches of text and rendered formulas. */
export function toSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const formula of text.matchAll(formulaPattern)) {
    const tex = formula[1] ?? '';
    const markup = formulaMarkup(tex);
    if (formula.index > end) segments.push(text.slice(end, formula.index));
    segments.push(markup === '' ? tex : [tex, markup]);
    end = formula.index + formula[0].length;
  }
  if (end < text.length) segments.push(text.slice(end));
  return segments;
}
