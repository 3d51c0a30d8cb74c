import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { createCardDrawer, type PaletteImage } from '#social-image/draw-card.ts';
import { png } from '#social-image/png.ts';
import type { SocialCard } from '#social-image/schema.ts';
import { paperCard, papersWithImage, siteCard } from '#social-image/social-cards.ts';
import { entriesOfPart, type Part } from './part.ts';
import { readSocialImageFonts } from './social-image-fonts.ts';

/** To be raised whenever the same card may be drawn differently. */
const drawingVersion = 3;
const maxConcurrent = 4;
/** Level 6 takes half as long again for 4 % less. */
const deflateLevel = 4;

/**
 * Writes the image of the site and those of its papers into `out`, or those of a part. Those drawn by an earlier build
 * are taken from `cacheFolder`; a build of the whole site leaves there what it used.
 */
export async function writeSocialImages(
  corpus: Corpus,
  part: Part | undefined,
  out: string,
  cacheFolder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const { site } = corpus;
  if (site.socialImages === false) return;
  const urls = createUrls(site);
  const fileOf = (path: string): string => join(out, path.slice(site.base.length));
  const withImage = papersWithImage(corpus);
  const images = entriesOfPart(corpus, part)
    .filter(({ paper }) => withImage.has(paper.id))
    .map((entry) => ({
      file: fileOf(urls.paperSocialImage(entry.paper.slug)),
      card: paperCard(corpus, entry),
    }));
  if (part === undefined || part === 'rest')
    images.push({ file: fileOf(urls.socialImage), card: siteCard(corpus) });

  mkdirSync(cacheFolder, { recursive: true });
  const cached = new Set(readdirSync(cacheFolder));
  const used = new Set<string>();
  let draw: ((card: SocialCard) => PaletteImage) | undefined;
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < images.length) {
      const { file, card } = images[next++]!;
      const name = `${keyOf(card)}.png`;
      const kept = join(cacheFolder, name);
      if (!cached.has(name)) {
        const image = (draw ??= createCardDrawer(readSocialImageFonts(), renderSvg))(card);
        writeFileSync(`${kept}.tmp`, await compressed(image));
        renameSync(`${kept}.tmp`, kept);
      }
      used.add(name);
      copyFileSync(kept, file);
      onProgress((done += 1), images.length);
    }
  };
  await Promise.all(Array.from({ length: maxConcurrent }, work));
  if (part === undefined) for (const name of cached) if (!used.has(name)) rmSync(join(cacheFolder, name));
}

const keyOf = (card: SocialCard): string =>
  createHash('sha256')
    .update(JSON.stringify([drawingVersion, card]))
    .digest('base64url')
    .slice(0, 27);

const renderSvg = (svg: string): Uint8Array =>
  new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;

async function compressed({ palette, rows }: PaletteImage): Promise<Buffer> {
  return png(palette, await promisify(deflate)(rows, { level: deflateLevel }));
}
