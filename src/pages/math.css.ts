import { renderMarkdown } from '#abstracts/markdown.ts';
import { mathCss } from '#abstracts/math-css.ts';
import { currentCorpus } from '#corpus/current.ts';
import { katexStyleSheet } from '#site/katex-style-sheet.ts';
import { katexCss, mathFontFolder } from '#site/math-fonts.ts';

/** What pages with formulas need besides: KaTeX's rules and fonts, and the classes that stand for its inline styles. */
export const GET = (): Response => {
  const corpus = currentCorpus();
  const texts = [corpus.aboutMarkdown ?? '', ...corpus.taxonomy.topics.map(({ description }) => description)];
  const ownStyles = texts.flatMap((text) => renderMarkdown(text).styles);
  const fonts = corpus.site.base + mathFontFolder;
  return new Response(katexStyleSheet(katexCss, fonts) + corpus.mathCss + mathCss(ownStyles), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
