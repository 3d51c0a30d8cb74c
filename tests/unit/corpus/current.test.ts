import { expect, it } from 'vitest';
import type { Corpus } from '#corpus/corpus.ts';
import { currentCorpus, setCurrentCorpus } from '#corpus/current.ts';

it('says what to do when there is none, then answers what was set', () => {
  expect(() => currentCorpus()).toThrow(
    'No corpus was prepared for the pages: the integration in astro.config.mjs does that. ' +
      'Build with "npm run build", or serve with "npm run dev".',
  );
  const corpus = { entries: [] } as unknown as Corpus;
  setCurrentCorpus(corpus);
  expect(currentCorpus()).toBe(corpus);
});
