import type { PhrasingContent } from 'mdast';
import type { FormulaCache } from './formula-cache.ts';
import { formulaHtml } from './formula-html.ts';
import { formulaClasses } from './rehype-formulas.ts';

/**
 * What the processor makes of paragraphs that hold nothing but text and formulas, as nearly all do, without its trees;
 * null when they hold anything else. Byte for byte the same, which a property test asserts.
 */
export function directHtml(
  paragraphs: readonly (readonly PhrasingContent[])[],
  inline: boolean,
  formulas: FormulaCache,
): string | null {
  const written: string[] = [];
  for (const paragraph of paragraphs) {
    let html = '';
    for (const node of paragraph) {
      if (node.type === 'text') {
        html += escapeText(node.value);
      } else if (node.type === 'formula') {
        const formula = formulas.typeset(node.value, node.display);
        if ('error' in formula) return null;
        html += formulaHtml(formula, formulaClasses(node));
      } else return null;
    }
    written.push(inline ? html : `<p>${html}</p>`);
  }
  return written.join(inline ? '' : '\n');
}

function escapeText(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&#x26;' : '&#x3C;'));
}
