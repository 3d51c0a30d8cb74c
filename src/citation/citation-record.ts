import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import type { CitationRecord } from './schema.ts';
import { texTitle } from './tex-title.ts';

let latest: { entry: Entry; rendered: object; urls: Urls; record: CitationRecord } | undefined;

/** What is known of a paper for references to it. That of the latest is kept, since its page asks several times. */
export function citationRecord(
  entry: Entry,
  rendered: Pick<RenderedEntry, 'titlePlain'>,
  urls: Urls,
): CitationRecord {
  if (latest?.entry !== entry || latest.rendered !== rendered || latest.urls !== urls)
    latest = { entry, rendered, urls, record: recordOf(entry, rendered, urls) };
  return latest.record;
}

function recordOf(
  { paper, title }: Entry,
  { titlePlain }: Pick<RenderedEntry, 'titlePlain'>,
  urls: Urls,
): CitationRecord {
  const { id, slug, authors, arxivId, doi } = paper;
  return {
    id,
    slug,
    title: titlePlain,
    texTitle: texTitle(title),
    authors,
    moreAuthors: 0,
    date: paper.published ?? arxivMonth(arxivId),
    arxivId,
    primaryClass: arxivId === null ? null : (paper.categories[0] ?? null),
    doi,
    url:
      arxivId !== null
        ? `https://arxiv.org/abs/${arxivId}`
        : doi !== null
          ? `https://doi.org/${encodeURI(doi)}`
          : urls.absolute(urls.paper(slug)),
  };
}

/** The month in which arXiv gave an id: `2510.00001` and `math/0309136` tell it. */
export function arxivMonth(arxivId: string | null): string | null {
  const match = /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d\d)(0[1-9]|1[0-2])(?:\.?\d{3,5})/.exec(arxivId ?? '');
  if (!match) return null;
  const [, year, month] = match;
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}`;
}
