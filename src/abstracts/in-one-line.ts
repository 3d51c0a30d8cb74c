import type { PhrasingContent } from 'mdast';
import { withoutLinks } from './without-links.ts';

const blank: PhrasingContent = { type: 'text', value: ' ' };

/**
 * A title's paragraphs as one line that may stand in a link: breaks become blanks, links what they say, and formulas
 * stand in the line as far as KaTeX can do without a line of their own.
 */
export function inOneLine(paragraphs: readonly PhrasingContent[][]): PhrasingContent[] {
  const nodes = paragraphs.flatMap((paragraph, i) => (i === 0 ? paragraph : [blank, ...paragraph]));
  return withoutLinks(nodes.map(inLine));
}

function inLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return blank;
  if (node.type === 'formula') return node.value.startsWith('\\begin{') ? node : { ...node, display: false };
  return 'children' in node ? ({ ...node, children: node.children.map(inLine) } as PhrasingContent) : node;
}
