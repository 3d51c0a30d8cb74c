import { bracketed } from './bracketed.ts';
import { linearMath } from './linear-math.ts';
import { subscript, superscript } from './script-characters.ts';

const innermost = /([\ue000\ue002])([^\ue000-\ue003]*)[\ue001\ue003]/g;

/** A formula, typeset by KaTeX, as readable Unicode text: `x² ∈ ℝᵈ`, `O(√n)`, `(a+b)/n`, `ℝ^(m×n)`. */
export function plainMath(katexHtml: string): string {
  let text = linearMath(katexHtml);
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(innermost, (_, mark: string, content: string) => script(mark === '\ue000', content));
  }
  return text;
}

function script(isUp: boolean, content: string): string {
  const inUnicode = isUp ? superscript(content) : subscript(content);
  return inUnicode ?? (isUp ? '^' : '_') + bracketed(content, /^[\p{L}\p{N}]+$|^.$/u);
}
