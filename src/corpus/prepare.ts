import type { FormulaCache } from '#abstracts/formula-cache.ts';
import { linksOf } from '#abstracts/links.ts';
import { renderAbstract, renderInline, toPlain } from '#abstracts/render.ts';
import type { Paper } from '#papers/schema.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import { restore } from '#restore/restore.ts';
import type { RestoredText } from '#restore/schema.ts';
import type { Link } from '#sightings/schema.ts';
import type { Assigner } from '#topics/assign.ts';
import type { Prepared } from './schema.ts';

/** The part of a paper that preparing reads: the key of the cache is made of nothing else. */
export type PrepareInput = Pick<Paper, 'title' | 'abstract' | 'tex' | 'categories' | 'keywords' | 'links'>;

/** Restores, renders and classifies one paper: all that needs no other paper. */
export function prepare(paper: PrepareInput, assigner: Assigner, formulas: FormulaCache): Prepared {
  const { title, abstract } = restorePaper(paper);
  const renderedTitle = renderInline(title, formulas);
  const titlePlain = toPlain(title, formulas);
  const renderedAbstract = renderAbstract(abstract, formulas);
  const abstractPlain = toPlain(abstract, formulas);
  const topics = assigner.assign({
    title: title.text,
    abstract: abstract.text,
    categories: paper.categories,
  });
  return {
    title,
    abstract,
    topics: topics.map(({ slug }) => slug),
    links: mergeLinks(paper.links, linksOf(abstract, formulas)),
    rendered: {
      titleHtml: renderedTitle.html,
      abstractHtml: renderedAbstract.html,
      titlePlain,
      abstractPlain,
      hasMath: renderedTitle.hasMath || renderedAbstract.hasMath,
    },
    styles: [...new Set([...renderedTitle.styles, ...renderedAbstract.styles])].sort(),
  };
}

/** The mathematics of both texts: restored where it was damaged, found where it was not. */
export function restorePaper(paper: Pick<Paper, 'title' | 'abstract' | 'tex'>): {
  title: RestoredText;
  abstract: RestoredText;
} {
  if (paper.tex === 'damaged')
    return { title: restore(paper.title), abstract: restore(paper.abstract, { title: paper.title }) };
  return {
    title: { text: paper.title, formulas: formulasOf(paper.title) },
    abstract: { text: paper.abstract, formulas: formulasOf(paper.abstract) },
  };
}

function mergeLinks(...lists: readonly (readonly Link[])[]): Link[] {
  const byUrl = new Map<string, Link>();
  for (const link of lists.flat()) if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  return [...byUrl.values()];
}
