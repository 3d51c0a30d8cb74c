import type { Entry } from '#corpus/schema.ts';

/** A link of a paper's page to the paper elsewhere. */
export interface PaperLink {
  name: string;
  url: string;
}

const kindNames = { code: 'Code', project: 'Project', data: 'Data', other: 'Link' } as const;

/**
 * Where a paper is to be read: by its arXiv id or DOI, else by a search for its title; then the links of its feeds
 * and abstract, several of one kind told apart by their host.
 */
export function paperLinks({ paper, links }: Entry): PaperLink[] {
  const named: PaperLink[] = [];
  const { arxivId, doi } = paper;
  if (arxivId !== null) {
    named.push(
      { name: 'arXiv', url: `https://arxiv.org/abs/${arxivId}` },
      { name: 'PDF', url: `https://arxiv.org/pdf/${arxivId}` },
      { name: 'HTML', url: `https://arxiv.org/html/${arxivId}` },
      { name: 'Hugging Face', url: `https://huggingface.co/papers/${arxivId}` },
    );
  } else {
    const query = new URLSearchParams({ query: plainQuery(paper.title), searchtype: 'title' });
    named.push({ name: 'Search arXiv for the title', url: `https://arxiv.org/search/?${query.toString()}` });
  }
  if (doi !== null) named.push({ name: 'DOI', url: `https://doi.org/${encodeURI(doi)}` });
  for (const { kind, url } of links) {
    const several = links.filter((other) => other.kind === kind).length > 1 || kind === 'other';
    const host = new URL(url).hostname.replace(/^www\./, '');
    named.push({ name: several ? `${kindNames[kind]} (${host})` : kindNames[kind], url });
  }
  return named;
}

/** A title without what arXiv's search reads as operators or what TeX left behind. */
function plainQuery(title: string): string {
  return title.replace(/[^\p{L}\p{N}'-]+/gu, ' ').trim();
}
