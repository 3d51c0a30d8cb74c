import type { PhrasingContent } from 'mdast';
import { PhrasingBuilder } from './phrasing-builder.ts';

/** Links cannot stand in links: what they say stays. */
export function withoutLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  const out = new PhrasingBuilder();
  for (const node of nodes) {
    if (node.type === 'link') out.push(...withoutLinks(node.children));
    else if ('children' in node)
      out.push({ ...node, children: withoutLinks(node.children) } as PhrasingContent);
    else out.push(node);
  }
  return out.build();
}
