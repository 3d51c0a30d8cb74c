import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { startSocialImages } from '../../../scripts/build/write-social-images.ts';
import { corpusOf } from '../syndication/corpus-of.ts';

let cache: string;
let out: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'digest-images-'));
  [cache, out] = [join(folder, 'cache'), join(folder, 'out')];
});

/** The image of a site without papers; a build of a part leaves in the cache what it did not use. */
async function draw(part?: 'rest'): Promise<Buffer> {
  rmSync(out, { recursive: true, force: true });
  const { done, close } = startSocialImages(corpusOf([]), part, out, cache);
  await done.finally(close);
  return readFileSync(join(out, readdirSync(out)[0]!));
}

it('takes an image that an earlier build drew, unless it is damaged', async () => {
  const first = await draw();
  const kept = join(cache, readdirSync(cache)[0]!);
  const marked = Buffer.concat([Buffer.from('as it was kept'), first]);
  writeFileSync(kept, marked);
  expect(await draw()).toEqual(marked);
  for (const bytes of [first.length - 1, 5, 0]) {
    writeFileSync(kept, first);
    truncateSync(kept, bytes);
    expect((await draw()).equals(first), `${bytes} bytes`).toBe(true);
    expect(readFileSync(kept).equals(first)).toBe(true);
  }
});

it('names the file that cannot be written', async () => {
  await draw();
  const [name] = readdirSync(cache);
  rmSync(join(cache, name!));
  mkdirSync(join(cache, `${name}.tmp`));
  await expect(draw('rest')).rejects.toThrow(`${join(cache, name!)} could not be written: EISDIR`);
});
