import type { Paragraph, PhrasingContent, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { FormulaCache } from './formula-cache.ts';
import { formulaElement, rehypeFormulas } from './rehype-formulas.ts';
import { abstractSchema } from './sanitize-schema.ts';
import type { FormulaNode } from './schema.ts';

/**
 * Mdast to HTML: remark-rehype -> rehype-sanitize -> formulas -> rehype-stringify. Formulas come after the sanitising,
 * which would take their markup away; KaTeX without `trust` writes nothing that could harm.
 */
export function processorWith(formulas: FormulaCache) {
  return unified()
    .use(remarkRehype, { handlers: { formula: (_: unknown, node: FormulaNode) => formulaElement(node) } })
    .use(rehypeSanitize, abstractSchema)
    .use(rehypeFormulas, { formulas })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

/** What `processorWith(formulas)` makes of paragraphs, or of the one paragraph's content with `inline`. */
export function processed(
  processor: ReturnType<typeof processorWith>,
  paragraphs: PhrasingContent[][],
  inline: boolean,
): string {
  const children = paragraphs.map((children): Paragraph => ({ type: 'paragraph', children }));
  const root = { type: 'root', children: inline ? paragraphs.flat() : children } as Root;
  return processor.stringify(processor.runSync(root));
}
