import { escapeMarkup } from './escape.ts';
import { linearMath } from './linear-math.ts';

const tags: Readonly<Record<string, string>> = {
  '\ue000': '<sup>',
  '\ue001': '</sup>',
  '\ue002': '<sub>',
  '\ue003': '</sub>',
};

/** A formula, typeset by KaTeX, as HTML that e-mail programs show: text with `sub` and `sup`. */
export function simpleMath(katexHtml: string): string {
  return escapeMarkup(linearMath(katexHtml)).replace(/[\ue000-\ue003]/g, (mark) => tags[mark]!);
}
