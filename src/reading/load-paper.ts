import { readPaperPage, type SavedPaper } from './saved-paper.ts';

/**
 * Reads a paper from its own page, or from the one that this redirects to: then the paper is known by `slug` all the
 * same. Null where the page is gone or cannot be reached.
 */
export async function loadPaper(slug: string, url: string): Promise<SavedPaper | null> {
  try {
    const page = await loadPage(url);
    const next = page === null ? null : redirection(page);
    if (page === null || next === null) return page && readPaperPage(page, slug);
    const moved = await loadPage(next);
    const paper = moved && readPaperPage(moved, next.split('/').at(-2)!);
    return paper && { ...paper, card: { ...paper.card, slug } };
  } catch {
    return null;
  }
}

async function loadPage(url: string): Promise<Document | null> {
  const response = await fetch(url);
  return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
}

/** Where a page of a former address leads. */
function redirection(page: Document): string | null {
  const refresh = page.querySelector<HTMLMetaElement>('meta[http-equiv="refresh"]');
  return /url=(.*)/.exec(refresh?.content ?? '')?.[1] ?? null;
}
