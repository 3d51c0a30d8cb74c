import { renderMarkdown, type RenderedMarkdown } from '#abstracts/markdown.ts';

/** A single line of Markdown (a topic's description), without a paragraph around it. */
export function renderMarkdownLine(markdown: string): RenderedMarkdown {
  const rendered = renderMarkdown(markdown);
  return { ...rendered, html: rendered.html.replace(/^<p>(.*)<\/p>$/s, '$1') };
}
