import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { manifestPath } from '#search/format/manifest.ts';
import { checkSearch } from '../../../scripts/check/check-search.ts';
import { openSite } from '../../../scripts/check/site-folder.ts';
import { papers } from '../search/documents.ts';

const root = mkdtempSync(join(tmpdir(), 'digest-index-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function textsOf(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  for (const [path, bytes] of files) {
    const file = join(root, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return (await checkSearch(openSite(root), papers.length)).map(({ text }) => text);
}

it('finds nothing in an index as it was built', async () => {
  expect(await textsOf(buildSearch(papers).files)).toEqual([]);
});

it('finds a paper that cannot be read, though its file has the name of its contents', async () => {
  const { files, manifest } = buildSearch(papers);
  const [path, bundle] = [...files].find(([name]) => name.startsWith(manifest.documents))!;
  const damaged = bundle.with(2, 0xff);
  const hash = createHash('sha256').update(damaged).digest('hex').slice(0, 12);
  const renamed = (text: string) => text.replace(/(documents-)[0-9a-f]{12}/, `$1${hash}`);
  files.delete(path);
  files.set(renamed(path), damaged);
  files.set(manifestPath, Buffer.from(renamed(JSON.stringify(manifest))));
  expect(await textsOf(files)).toEqual([
    `The index cannot be read: The search file ${renamed(path)} is damaged or was cut off on its way.`,
  ]);
});
