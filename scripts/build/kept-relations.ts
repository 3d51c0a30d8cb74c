import { join } from 'node:path';
import type { Relations } from '#related/related.ts';
import type { KeptTerms } from '#text/term-coder.ts';
import { KeptValue } from './kept-value.ts';

/** The terms of papers, by a digest of all code. */
export const keptTermsIn = (cacheFolder: string): KeptValue<KeptTerms> =>
  new KeptValue(join(cacheFolder, 'terms'));

/** What was found of documents, with a digest of them all. */
export interface KeptRelations {
  digest: string;
  relations: Relations;
}

/** What was found of the documents of the last build, by a digest of all code. */
export const keptRelationsIn = (cacheFolder: string): KeptValue<KeptRelations> =>
  new KeptValue(join(cacheFolder, 'related'));
