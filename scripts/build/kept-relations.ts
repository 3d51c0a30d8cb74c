import { join } from 'node:path';
import type { Relations } from '#related/related.ts';
import type { KeptTerms } from '#text/term-coder.ts';
import { KeptValue } from './kept-value.ts';

/** The terms of papers, by a digest of all code. */
export const keptTermsIn = (cacheFolder: string): KeptValue<KeptTerms> =>
  new KeptValue(join(cacheFolder, 'terms'));

/** What was found of documents, with a digest of them all; by a digest of all code. */
export const keptRelationsIn = (cacheFolder: string): KeptValue<{ digest: string; relations: Relations }> =>
  new KeptValue(join(cacheFolder, 'related'));
