import { renderMarkdown, type RenderedMarkdown } from '#abstracts/markdown.ts';
import { onceFor } from '#memo/once-for.ts';

/** A single line of Markdown (a topic's description), without a paragraph around it. */
function renderMarkdownLine(markdown: string): RenderedMarkdown {
  const rendered = renderMarkdown(markdown);
  return { ...rendered, html: rendered.html.replace(/^<p>(.*)<\/p>$/s, '$1') };
}

/** The description of a topic, made once, since each of the topic's pages has it. */
export const topicDescription = onceFor(({ description }: { description: string }): RenderedMarkdown =>
  renderMarkdownLine(description),
);
