import type { Candidate, WantedPaper } from './record-matcher.ts';
import type { Enrichment } from './schema.ts';

/** The line of a paper with its candidate. */
export function lineOf({ paper, record, agreement }: Candidate, accepted: boolean): Enrichment {
  const { arxivId, title, abstract, authors, categories, published, doi } = record;
  return {
    paper: paper.id,
    paperTitle: paper.title,
    arxivId,
    accepted,
    agreement,
    record: { title, abstract, authors, categories, published, doi },
  };
}

/** The line of a paper that the arXiv API was asked for in vain. */
export function lineWithoutRecord({ id, title }: WantedPaper): Enrichment {
  return { paper: id, paperTitle: title, arxivId: null, accepted: false };
}
