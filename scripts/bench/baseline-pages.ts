import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import katex from 'katex';
import { defaultTreeAdapter, parse, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkMath from 'remark-math';
import remarkRehype from 'remark-rehype';
import { katexOptions } from '#abstracts/katex-options.ts';
import { escapeHtml } from '#views/html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/**
 * Writes what a paper's page is measured against into `out`, with all that the pages ask for, and answers their
 * addresses by name: the same page with formulas as KaTeX writes them and KaTeX's own style sheet; and title, authors
 * and abstract alone by remark and KaTeX, as a starter site has them. `path` is the page's below the built site `dist`.
 */
export function writeBaselinePages(dist: string, path: string, out: string): Record<string, string> {
  const katexFolder = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'));
  cpSync(join(katexFolder, 'katex.min.css'), join(out, 'katex', 'katex.min.css'));
  cpSync(join(katexFolder, 'fonts'), join(out, 'katex', 'fonts'), { recursive: true });
  cpSync(join(dist, '_astro'), join(out, '_astro'), { recursive: true });
  for (const file of readdirSync(dist, { withFileTypes: true }))
    if (file.isFile()) cpSync(join(dist, file.name), join(out, file.name));
  const slug = path.split('/').at(-2)!;
  const page = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const data = JSON.parse(readFileSync(join(dist, 'data', `${slug}.json`), 'utf8')) as PaperText;
  const pages = {
    'same page, KaTeX’s output': ['same/', withPlainKatex(page)],
    'abstract alone, remark': ['plain/', plainPage(data)],
  } as const;
  return Object.fromEntries(
    Object.entries(pages).map(([name, [address, html]]) => {
      mkdirSync(join(out, address), { recursive: true });
      writeFileSync(join(out, address, 'index.html'), html);
      return [name, address];
    }),
  );
}

function withPlainKatex(page: string): string {
  const document = parse(page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  for (const formula of elementsOf(document).filter((element) => attribute(element, 'class') === 'katex')) {
    const annotation = elementsOf(formula).find(({ tagName }) => tagName === 'annotation')!;
    const parent = formula.parentNode!;
    const [typeset] = parseFragment(typesetPlainly(textOf(annotation))).childNodes;
    defaultTreeAdapter.insertBefore(parent, typeset!, formula);
    defaultTreeAdapter.detachNode(formula);
  }
  return serialize(document).replace(/href="[^"]*math\.css"/, 'href="/katex/katex.min.css"');
}

interface PaperText {
  title: string;
  abstract: string;
  authors: readonly string[];
}

function plainPage({ title, abstract, authors }: PaperText): string {
  const render = (markdown: string): string =>
    remark()
      .use(remarkMath)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(markdown)
      .toString()
      .replace(/<code class="language-math math-(?:inline|display)">([^<]*)<\/code>/g, (_, tex: string) =>
        typesetPlainly(textOf(parseFragment(tex))),
      );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><meta name="description" content="${escapeHtml(abstract.slice(0, 200))}">
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/katex/katex.min.css"></head>
<body><main><h1>${render(title).replace(/<\/?p>/g, '')}</h1><p>${escapeHtml(authors.join(', '))}</p>${render(abstract)}</main></body></html>
`;
}

const typesetPlainly = (tex: string): string =>
  katex.renderToString(tex, { ...katexOptions(false), throwOnError: false });

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
