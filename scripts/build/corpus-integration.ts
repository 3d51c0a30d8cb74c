import type { AstroIntegration } from 'astro';
import { hasCurrentCorpus, setCurrentCorpus } from '#corpus/current.ts';
import { relatedDocuments, setRelated } from '#corpus/relate.ts';
import { relatedPapers } from '#related/related.ts';
import { loadContent } from '../content/load-content.ts';
import { readCorpus } from './read-corpus.ts';
import { withCache } from './work-alone.ts';

/** Gives the pages their corpus where no build did: in the development server. */
export function corpusIntegration(): AstroIntegration {
  return {
    name: 'paper-digest-corpus',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'dev' || hasCurrentCorpus()) return;
        const cache = '.cache/paper-digest';
        const corpus = await withCache(cache, () => readCorpus('content', loadContent('content'), cache));
        setRelated(corpus, relatedPapers(relatedDocuments(corpus)));
        setCurrentCorpus(corpus);
      },
    },
  };
}
