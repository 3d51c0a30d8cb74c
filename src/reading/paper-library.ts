import { keepPapers, type KeptPaper, keptPapers } from './kept-papers.ts';
import { loadPaper } from './load-paper.ts';
import type { SavedPaper } from './saved-paper.ts';

/** Pages asked for at once: a long list should not hold up the rest of the browser. */
const maxConcurrent = 6;

/** A paper read from its page so long ago is read again, since the site may have corrected it. */
const freshMilliseconds = 7 * 86_400_000;

/** Papers read from pages after which all are kept, so that a reader who leaves early does not wait for them again. */
const keptAtOnce = 50;

/**
 * What the pages of papers tell of them. Each page is read once a week; what was read is kept in this browser.
 *
 * - `base`: base path of the site. `urlOf`: the page of a slug.
 * - `isKept`: whether a paper is worth keeping.
 * - `onPaper`: called each time that more is known; `isLast`: no page is waited for any more.
 */
export class PaperLibrary {
  #options: LibraryOptions;
  #papers = new Map<string, KeptPaper | null>();
  #asked = new Set<string>();
  #queue: string[] = [];
  #running = 0;
  #unkept = 0;

  private constructor(options: LibraryOptions, kept: readonly KeptPaper[]) {
    this.#options = options;
    for (const paper of kept) this.#papers.set(paper.card.slug, paper);
  }

  static async open(options: LibraryOptions): Promise<PaperLibrary> {
    return new PaperLibrary(options, await keptPapers(options.base));
  }

  /** What is known of a paper: null when its page cannot be had, undefined before it was read. */
  get(slug: string): SavedPaper | null | undefined {
    return this.#papers.get(slug);
  }

  /** Has the pages of papers read that are not known, or only from long ago. */
  want(slugs: readonly string[]): void {
    const oldest = Date.now() - freshMilliseconds;
    for (const slug of slugs) {
      if (this.#asked.has(slug) || (this.#papers.get(slug)?.readAt ?? 0) > oldest) continue;
      this.#asked.add(slug);
      this.#queue.push(slug);
    }
    while (this.#running < maxConcurrent && this.#queue.length > 0) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running++;
    for (let slug = this.#queue.shift(); slug !== undefined; slug = this.#queue.shift()) {
      const paper = await loadPaper(slug, this.#options.urlOf(slug));
      if (paper !== null) this.#papers.set(slug, { ...paper, readAt: Date.now() });
      // What was read earlier is better than nothing.
      else if (!this.#papers.has(slug)) this.#papers.set(slug, null);
      this.#options.onPaper(this.#queue.length === 0 && this.#running === 1);
      if (paper !== null && ++this.#unkept >= keptAtOnce) await this.#keep();
    }
    if (--this.#running === 0 && this.#unkept > 0) await this.#keep();
  }

  #keep(): Promise<void> {
    this.#unkept = 0;
    const known = [...this.#papers.values()].filter((paper) => paper !== null);
    return keepPapers(
      this.#options.base,
      known.filter(({ card }) => this.#options.isKept(card.slug)),
    );
  }
}

interface LibraryOptions {
  base: string;
  urlOf: (slug: string) => string;
  isKept: (slug: string) => boolean;
  onPaper: (isLast: boolean) => void;
}
