import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { FormulaCache } from './formula-cache.ts';
import { formulaHtml } from './formula-html.ts';
import type { FormulaNode } from './schema.ts';

/** The classes of a formula, in the order in which they are written. */
export function formulaClasses({
  display,
  reconstructed,
  lossy,
}: Omit<FormulaNode, 'type' | 'value'>): string[] {
  return [
    ...(display ? ['display'] : []),
    ...(reconstructed ? ['reconstructed'] : []),
    ...(lossy ? ['lossy'] : []),
  ];
}

/** A formula on its way through hast: `code` that `rehypeFormulas` finds again. */
export function formulaElement(node: FormulaNode): Element {
  return {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', ...formulaClasses(node)] },
    children: [{ type: 'text', value: node.value }],
  };
}

/**
 * Rehype plugin: typesets `code.language-math`, with class `display` (`math-display` of remark-math) on a line of its
 * own. What KaTeX rejects becomes text between dollars and a message of the file. `file.data.styles` gets the
 * declarations used, `file.data.hasMath` whether there was any formula.
 */
export const rehypeFormulas: Plugin<[{ formulas: FormulaCache }], Root> = ({ formulas }) => {
  return (tree, file) => {
    const styles = new Set<string>();
    let hasMath = false;
    visit(tree, 'element', (element, index, parent) => {
      const code = element.tagName === 'pre' ? element.children[0] : element;
      const classes = code?.type === 'element' ? code.properties['className'] : undefined;
      if (code?.type !== 'element' || !Array.isArray(classes) || !classes.includes('language-math')) return;
      if (!parent || index === undefined) return;
      const tex = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const display =
        classes.includes('display') || classes.includes('math-display') || element.tagName === 'pre';
      const formula = formulas.typeset(tex, display);
      if ('error' in formula) {
        file.message(
          `The formula “${tex}” is shown as text, because it cannot be typeset: ${formula.error}.`,
        );
        parent.children[index] = { type: 'text', value: display ? `$$${tex}$$` : `$${tex}$` };
        return SKIP;
      }
      hasMath = true;
      for (const style of formula.styles) styles.add(style);
      const kept = ['display', 'reconstructed', 'lossy'].filter((name) =>
        name === 'display' ? display : classes.includes(name),
      );
      parent.children[index] = raw(formulaHtml(formula, kept));
      return SKIP;
    });
    file.data['styles'] = [...styles];
    file.data['hasMath'] = hasMath;
  };
};

/** A node of ready HTML, which hast's own types leave to their users to declare. */
function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}
