import type { PhrasingContent } from 'mdast';
import { escapeMarkup } from './escape.ts';
import type { FormulaCache, TypesetFormula } from './formula-cache.ts';

/** How a formula is written. */
export type FormulaWriter = (formula: TypesetFormula) => string;

/** Phrasing content as plain HTML for programs that show mail and feeds: no classes, formulas by `writeFormula`. */
export function phrasingHtml(
  nodes: readonly PhrasingContent[],
  formulas: FormulaCache,
  writeFormula: FormulaWriter,
): string {
  const html = (node: PhrasingContent): string => {
    switch (node.type) {
      case 'text':
        return escapeMarkup(node.value);
      case 'break':
        return '<br/>';
      case 'inlineCode':
        return `<code>${escapeMarkup(node.value)}</code>`;
      case 'strong':
        return `<strong>${node.children.map(html).join('')}</strong>`;
      case 'emphasis': {
        const tag = node.data && 'hName' in node.data ? String(node.data.hName) : 'em';
        return `<${tag}>${node.children.map(html).join('')}</${tag}>`;
      }
      case 'link':
        return `<a href="${escapeMarkup(node.url)}">${node.children.map(html).join('')}</a>`;
      case 'formula': {
        const formula = formulas.typeset(node.value, node.display);
        return 'error' in formula ? escapeMarkup(node.value) : writeFormula(formula);
      }
      default:
        return '';
    }
  };
  return nodes.map(html).join('');
}
