import katex from 'katex';

const known = new Map<string, boolean>();
const maxKnownFormulas = 20_000;

/** Whether KaTeX, without any macros, takes this TeX as inline mathematics. */
export function renders(tex: string): boolean {
  let answer = known.get(tex);
  if (answer === undefined) {
    try {
      katex.renderToString(tex, { output: 'mathml', throwOnError: true, strict: 'ignore', maxExpand: 200 });
      answer = true;
    } catch {
      answer = false;
    }
    if (known.size >= maxKnownFormulas) known.clear();
    known.set(tex, answer);
  }
  return answer;
}
