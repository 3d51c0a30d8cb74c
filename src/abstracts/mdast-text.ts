import type { PhrasingContent } from 'mdast';
import type { FormulaCache } from './formula-cache.ts';
import { plainMath } from './plain-math.ts';
import { subscript, superscript } from './script-characters.ts';

/** What phrasing content says, as plain text with its formulas in Unicode. */
export function mdastText(nodes: readonly PhrasingContent[], formulas: FormulaCache): string {
  return nodes.map((node) => nodeText(node, formulas)).join('');
}

function nodeText(node: PhrasingContent, formulas: FormulaCache): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'formula') {
    const formula = formulas.typeset(node.value, node.display);
    return 'error' in formula ? node.value : plainMath(formula.html);
  }
  if ('children' in node) {
    const text = mdastText(node.children, formulas);
    const tag = node.data && 'hName' in node.data ? node.data.hName : undefined;
    if (tag === 'sup') return superscript(text) ?? `^${text}`;
    if (tag === 'sub') return subscript(text) ?? `_${text}`;
    return text;
  }
  return 'value' in node ? node.value : '';
}
