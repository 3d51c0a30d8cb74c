import type { PhrasingContent } from 'mdast';
import { escapeMarkup } from './escape.ts';
import { feedMathml } from './feed-mathml.ts';
import { sharedFormulas, type FormulaCache } from './formula-cache.ts';
import { inOneLine } from './in-one-line.ts';
import { readText } from './read-text.ts';
import type { RestoredText } from './schema.ts';

/** A text as the HTML of feeds: plain elements, each formula once, as MathML. */
export function toMathml(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return readText(text, formulas)
    .paragraphs.map((paragraph) => `<p>${phrasing(paragraph, formulas)}</p>`)
    .join('\n');
}

/** As `toMathml`, without paragraphs, links and line breaks: for titles. */
export function toMathmlInline(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return phrasing(inOneLine(readText(text, formulas).paragraphs), formulas);
}

function phrasing(nodes: readonly PhrasingContent[], formulas: FormulaCache): string {
  return nodes.map((node) => html(node, formulas)).join('');
}

function html(node: PhrasingContent, formulas: FormulaCache): string {
  switch (node.type) {
    case 'text':
      return escapeMarkup(node.value);
    case 'break':
      return '<br/>';
    case 'inlineCode':
      return `<code>${escapeMarkup(node.value)}</code>`;
    case 'strong':
      return `<strong>${phrasing(node.children, formulas)}</strong>`;
    case 'emphasis': {
      const tag = node.data && 'hName' in node.data ? String(node.data.hName) : 'em';
      return `<${tag}>${phrasing(node.children, formulas)}</${tag}>`;
    }
    case 'link':
      return `<a href="${escapeMarkup(node.url)}">${phrasing(node.children, formulas)}</a>`;
    case 'formula': {
      const formula = formulas.typeset(node.value, node.display);
      return 'error' in formula ? escapeMarkup(node.value) : feedMathml(formula.html);
    }
    default:
      return '';
  }
}
