import type { Corpus } from './corpus.ts';

const key = Symbol.for('paper-digest.corpus');
const shared = globalThis as { [key]?: Corpus };

/**
 * The corpus that pages are rendered from. It crosses from the build to the bundled pages by a global symbol, since
 * the bundle has its own copies of all modules. Throws when nothing set it.
 */
export function currentCorpus(): Corpus {
  const corpus = shared[key];
  if (corpus === undefined)
    throw new Error(
      'No corpus was prepared for the pages: the integration in astro.config.mjs does that. ' +
        'Build with "npm run build", or serve with "npm run dev".',
    );
  return corpus;
}

/** Sets the corpus for all pages of this process. */
export function setCurrentCorpus(corpus: Corpus): void {
  shared[key] = corpus;
}

/** Whether a corpus was set. */
export const hasCurrentCorpus = (): boolean => shared[key] !== undefined;
