import type { CitationRecord } from '#citation/schema.ts';
import type { Card } from '#views/paper-card.ts';

/** A saved paper as its own page tells of it: `citation` null where the page has no record. */
export interface SavedPaper {
  card: Card;
  citation: CitationRecord | null;
}

/** Reads a paper from its page. Null when the document is not a paper's page. */
export function readPaperPage(page: Document, slug: string): SavedPaper | null {
  const article = page.querySelector<HTMLElement>(`.paper[data-paper="${CSS.escape(slug)}"]`);
  if (article === null) return null;
  const htmlOf = (selector: string): string => article.querySelector(selector)?.innerHTML ?? '';
  const record = article.querySelector('script.citation-record')?.textContent;
  const citation = record == null ? null : (JSON.parse(record) as CitationRecord);
  const topics = [...article.querySelectorAll<HTMLAnchorElement>('.paper-topics a')].map((link) => ({
    slug: link.getAttribute('href')!.split('/').at(-2)!,
    name: link.textContent ?? '',
  }));
  const time = article.querySelector<HTMLTimeElement>('.paper-header time');
  return {
    card: {
      slug,
      titleHtml: htmlOf('h1'),
      abstractHtml: htmlOf('.restored'),
      topics,
      date: null,
      published: time?.dateTime ?? null,
      authors: article.dataset['authors'] || null,
      hasCode: article.dataset['code'] === 'true',
    },
    citation,
  };
}
