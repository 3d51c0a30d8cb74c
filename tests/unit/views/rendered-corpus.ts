import { renderAbstract, renderInline, toPlain } from '#abstracts/render.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { sampleCorpus } from '../syndication/corpus-of.ts';

/** The sample corpus with its texts rendered. */
export const renderedCorpus: Corpus = {
  ...sampleCorpus,
  renderedById: new Map(
    sampleCorpus.entries.map(({ paper, title, abstract }) => [
      paper.id,
      {
        titleHtml: renderInline(title).html,
        abstractHtml: paper.abstract === '' ? '' : renderAbstract(abstract).html,
        titlePlain: toPlain(title),
        abstractPlain: toPlain(abstract),
        hasMath: title.formulas.length + abstract.formulas.length > 0,
      },
    ]),
  ),
};
