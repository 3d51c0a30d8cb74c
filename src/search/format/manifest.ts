import { formatVersion } from './container.ts';
import { SearchFormatError } from './format-error.ts';

/** The one file below `search/` whose name does not change; all others have the hash of their contents in theirs. */
export const manifestPath = 'manifest.json';

/** The folder below `search/` of all other files: hosts send what is in it as never changing. */
export const hashedFolder = 'files/';

/**
 * Names of everything else, relative to the manifest. `terms`, `words` and `documents` are folders of numbered
 * `.bin` files; a folder's hash is that of all files in it.
 */
export interface Manifest {
  format: 'paper-digest-search';
  version: number;
  documentCount: number;
  core: string;
  terms: string;
  words: string;
  documents: string;
}

/** @throws SearchFormatError with a message for readers. */
export function decodeManifest(bytes: Uint8Array): Manifest {
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new SearchFormatError(
      'The search manifest is not JSON; the server may have sent an error page, or the file was cut off.',
    );
  }
  if (manifest?.format !== 'paper-digest-search') {
    throw new SearchFormatError('The search manifest is not one of paper-digest.');
  }
  if (manifest.version !== formatVersion) {
    throw new SearchFormatError(
      `The search index has format version ${manifest.version} and this page reads ${formatVersion}; reload the page.`,
    );
  }
  const names = [manifest.core, manifest.terms, manifest.words, manifest.documents];
  if (!Number.isInteger(manifest.documentCount) || !names.every((name) => typeof name === 'string')) {
    throw new SearchFormatError('The search manifest is incomplete; the site has to be built again.');
  }
  return manifest as Manifest;
}

/** The path of file `index` of a folder of the manifest. */
export function numberedPath(folder: string, index: number): string {
  return `${folder}/${index}.bin`;
}
