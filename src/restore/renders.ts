import katex from 'katex';

const known = new Map<string, boolean>();
const maxKnownFormulas = 20_000;

/**
 * Two fonts of text may meet in a letter: KaTeX has no letters for some, which only its HTML, that takes twice the
 * time, tells.
 */
const fontsMayMeet = /\\text[a-z]*\{[^{}]*\\text/;

/** Whether KaTeX, without any macros, takes this TeX as inline mathematics. */
export function renders(tex: string): boolean {
  let answer = known.get(tex);
  if (answer === undefined) {
    try {
      const output = fontsMayMeet.test(tex) ? 'htmlAndMathml' : 'mathml';
      katex.renderToString(tex, { output, throwOnError: true, strict: 'ignore', maxExpand: 200 });
      answer = true;
    } catch {
      answer = false;
    }
    if (known.size >= maxKnownFormulas) known.clear();
    known.set(tex, answer);
  }
  return answer;
}
