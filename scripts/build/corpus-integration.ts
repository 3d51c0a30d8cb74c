import type { AstroIntegration } from 'astro';
import { hasCurrentCorpus, setCurrentCorpus } from '#corpus/current.ts';
import { relatedDocuments, setRelated } from '#corpus/relate.ts';
import { relatedPapers } from '#related/related.ts';
import { loadContent } from '../content/load-content.ts';
import { readCorpus } from './read-corpus.ts';

/** Gives the pages their corpus where no build did: in the development server. */
export function corpusIntegration(): AstroIntegration {
  return {
    name: 'paper-digest-corpus',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'dev' || hasCurrentCorpus()) return;
        const corpus = await readCorpus('content', loadContent('content'), '.cache/paper-digest');
        setRelated(corpus, relatedPapers(relatedDocuments(corpus)));
        setCurrentCorpus(corpus);
      },
    },
  };
}
