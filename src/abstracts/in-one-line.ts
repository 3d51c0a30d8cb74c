import type { PhrasingContent } from 'mdast';
import { withoutLinks } from './without-links.ts';

const blank: PhrasingContent = { type: 'text', value: ' ' };

/** A title's paragraphs as one line that may stand in a link: breaks become blanks, links what they say. */
export function inOneLine(paragraphs: readonly PhrasingContent[][]): PhrasingContent[] {
  const nodes = paragraphs.flatMap((paragraph, i) => (i === 0 ? paragraph : [blank, ...paragraph]));
  return withoutLinks(nodes.map(withoutBreaks));
}

function withoutBreaks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return blank;
  return 'children' in node
    ? ({ ...node, children: node.children.map(withoutBreaks) } as PhrasingContent)
    : node;
}
