import katexCss from 'katex/dist/katex.min.css?raw';
import { renderMarkdown } from '#abstracts/markdown.ts';
import { mathCss } from '#abstracts/math-css.ts';
import { currentCorpus } from '#corpus/current.ts';
import { katexStyleSheet } from '#site/katex-style-sheet.ts';

const fontUrls = import.meta.glob<string>('/node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** What pages with formulas need besides: KaTeX's rules and fonts, and the classes that stand for its inline styles. */
export const GET = (): Response => {
  const corpus = currentCorpus();
  const texts = [corpus.aboutMarkdown ?? '', ...corpus.taxonomy.topics.map(({ description }) => description)];
  const ownStyles = texts.flatMap((text) => renderMarkdown(text).styles);
  const fonts = new Map(Object.entries(fontUrls).map(([path, url]) => [path.split('/').at(-1)!, url]));
  return new Response(katexStyleSheet(katexCss, fonts) + corpus.mathCss + mathCss(ownStyles), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
