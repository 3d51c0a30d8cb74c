import { readPaperPage, type SavedPaper } from './saved-paper.ts';

/** Pages asked for at once: a long list should not hold up the rest of the browser. */
const maxConcurrent = 6;

/**
 * Loads papers from their own pages, in the order given: null for one whose page is gone or cannot be reached.
 * `urlOf` gives the page of a slug.
 */
export async function loadPapers(
  slugs: readonly string[],
  urlOf: (slug: string) => string,
): Promise<(SavedPaper | null)[]> {
  const papers: (SavedPaper | null)[] = slugs.map(() => null);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < slugs.length) {
      const index = next++;
      papers[index] = await loadPaper(slugs[index]!, urlOf);
    }
  };
  await Promise.all(Array.from({ length: maxConcurrent }, work));
  return papers;
}

async function loadPaper(slug: string, urlOf: (slug: string) => string): Promise<SavedPaper | null> {
  try {
    const response = await fetch(urlOf(slug));
    if (!response.ok) return null;
    return readPaperPage(new DOMParser().parseFromString(await response.text(), 'text/html'), slug);
  } catch {
    return null;
  }
}
