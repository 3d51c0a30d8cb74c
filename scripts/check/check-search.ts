import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#integrity/schema.ts';
import { decodeFile, unwrap } from '#search/format/container.ts';
import { decodeCore } from '#search/format/core.ts';
import { decodeSlot } from '#search/format/document-bundle.ts';
import { decodeManifest, manifestPath, numberedPath } from '#search/format/manifest.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Proves that the search index has all its files, each with the contents that its name says, and all papers, each of
 * which can be read.
 */
export async function checkSearch(site: SiteFolder, paperCount: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const complain = (path: string, text: string) =>
    findings.push({ rule: 'search-damaged', place: `search/${path}`, line: null, text });
  const read = (path: string): Uint8Array => readFileSync(join(site.root, 'search', path));
  try {
    const manifest = decodeManifest(read(manifestPath));
    const coreBytes = read(manifest.core);
    if (!manifest.core.includes(hashOf([coreBytes])))
      complain(manifest.core, 'The contents are not those that the name says. Build again.');
    const payload = await unwrap(coreBytes, 'core', manifest.core);
    const core = decodeFile(manifest.core, () => decodeCore(payload, manifest.documentCount));
    if (manifest.documentCount !== paperCount)
      complain(
        manifestPath,
        `The index has ${manifest.documentCount} papers, the site ${paperCount}. Build again.`,
      );
    const folders: [string, number][] = [
      [manifest.terms, core.termLabels.length],
      [manifest.words, core.wordLabels.length + core.reversedWordLabels.length],
      [manifest.documents, core.slotBytes.length],
    ];
    for (const [folder, count] of folders) {
      const paths = Array.from({ length: count }, (_, index) => numberedPath(folder, index));
      const lacking = paths.filter((path) => !site.files.has(`search/${path}`));
      for (const path of lacking) complain(path, 'The file is missing. Build again.');
      if (lacking.length === 0 && !folder.endsWith(hashOf(paths.map(read))))
        complain(
          folder,
          'The contents of the files are not those that the name of the folder says. Build again.',
        );
    }
    for (const [index, slotBytes] of core.slotBytes.entries()) {
      const path = numberedPath(manifest.documents, index);
      const bundle = read(path);
      for (let start = 0; start < bundle.length; start += slotBytes)
        await decodeSlot(bundle.subarray(start, start + slotBytes), path);
    }
  } catch (error) {
    complain('', `The index cannot be read: ${(error as Error).message}`);
  }
  return findings;
}

function hashOf(contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of contents) hash.update(bytes);
  return hash.digest('hex').slice(0, 12);
}
