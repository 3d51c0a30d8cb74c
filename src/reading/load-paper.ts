import { readPaperPage, type SavedPaper } from './saved-paper.ts';

/** Reads a paper from its own page: null where that is gone or cannot be reached. */
export async function loadPaper(slug: string, url: string): Promise<SavedPaper | null> {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    return readPaperPage(new DOMParser().parseFromString(await response.text(), 'text/html'), slug);
  } catch {
    return null;
  }
}
