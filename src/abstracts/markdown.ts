import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkRehype from 'remark-rehype';
import type { Root } from 'hast';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { sharedFormulas, type FormulaCache } from './formula-cache.ts';
import { rehypeFormulas } from './rehype-formulas.ts';
import type { Rendered } from './schema.ts';

/** Text of the site's owner as HTML. */
export type RenderedMarkdown = Pick<Rendered, 'html' | 'styles' | 'hasMath' | 'messages'>;

const schema = {
  ...defaultSchema,
  clobberPrefix: '',
  attributes: {
    ...defaultSchema.attributes,
    code: [
      ['className', /^language-[\w+#.-]+$/, 'math-inline', 'math-display'] as [
        string,
        ...(string | RegExp)[],
      ],
    ],
  },
};

/**
 * Content pages and topic descriptions: GitHub's Markdown with `$…$` and `$$…$$`, raw HTML left out.
 *
 * @param resolve - turns an address that starts with `/` into one below the site's base path.
 */
export function renderMarkdown(
  markdown: string,
  resolve: (path: string) => string = (path) => path,
  formulas: FormulaCache = sharedFormulas,
): RenderedMarkdown {
  const file = remark()
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype, { clobberPrefix: '' })
    .use(rehypeSanitize, schema)
    .use(rehypeResolve, resolve)
    .use(rehypeFormulas, { formulas })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .processSync(markdown);
  return {
    html: String(file),
    styles: file.data['styles'] as string[],
    hasMath: file.data['hasMath'] as boolean,
    messages: file.messages.map((message) => message.reason),
  };
}

/** What Markdown says, as plain text in one line; its mathematics stays TeX. */
export function markdownText(markdown: string): string {
  const text = (node: Nodes): string => {
    if ('children' in node) return node.children.map(text).join(isBlock(node) ? ' ' : '');
    return 'value' in node && node.type !== 'html' ? node.value : '';
  };
  return text(remark().use(remarkGfm).use(remarkMath).parse(markdown)).replace(/\s+/g, ' ').trim();
}

const isBlock = ({ type }: Nodes) => /^(?:root|list|listItem|blockquote|table|tableRow)$/.test(type);

function rehypeResolve(resolve: (path: string) => string) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of ['href', 'src']) {
        const value = properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) properties[name] = resolve(value);
      }
    });
  };
}
