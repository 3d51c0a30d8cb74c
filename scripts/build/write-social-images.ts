import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Piscina } from 'piscina';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { pngEnd } from '#social-image/png.ts';
import type { SocialCard } from '#social-image/schema.ts';
import { paperCard, papersWithImage, siteCard } from '#social-image/social-cards.ts';
import { entriesOfPart, type Part } from './part.ts';
import type { ImageToDraw } from './social-image-worker.ts';

/** To be raised whenever the same card may be drawn or written differently. */
const drawingVersion = 5;

const nothingToDraw = { done: Promise.resolve(), close: () => Promise.resolve() };

/**
 * Starts to write the image of the site and those of its papers into `out`, or those of a part. Those drawn by an
 * earlier build are taken from `cacheFolder`, where they are whole, the others are drawn in a worker thread; a build of
 * the whole site leaves there what it used. Call `close` when `done` is settled, or to give up.
 */
export function startSocialImages(
  corpus: Corpus,
  part: Part | undefined,
  out: string,
  cacheFolder: string,
): { done: Promise<void>; close(): Promise<void> } {
  if (corpus.site.socialImages === false) return nothingToDraw;
  mkdirSync(cacheFolder, { recursive: true });
  const cached = new Set(readdirSync(cacheFolder));
  const used = new Set<string>();
  const missing: ImageToDraw[] = [];
  for (const { path, card } of cardsOf(corpus, part)) {
    const file = join(out, path);
    const name = `${keyOf(card)}.png`;
    const kept = join(cacheFolder, name);
    used.add(name);
    mkdirSync(dirname(file), { recursive: true });
    if (cached.has(name) && isWhole(kept)) copyFileSync(kept, file);
    else missing.push({ card, kept, file });
  }
  if (part === undefined) for (const name of cached) if (!used.has(name)) rmSync(join(cacheFolder, name));
  if (missing.length === 0) return nothingToDraw;
  const pool = new Piscina<ImageToDraw[], void>({
    filename: new URL('./social-image-worker.ts', import.meta.url).href,
    maxThreads: 1,
  });
  const done = pool.run(missing);
  // A failure is told where the result is awaited; until then it must not end the process.
  done.catch(() => {});
  return { done, close: () => pool.destroy() };
}

/** Whether an image was not cut off, such as by a full disk. */
function isWhole(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const end = Buffer.alloc(pngEnd.length);
    readSync(handle, end, 0, end.length, Math.max(0, fstatSync(handle).size - end.length));
    return end.equals(pngEnd);
  } finally {
    closeSync(handle);
  }
}

/** What the images of a part say, and their paths in the site's folder. */
function cardsOf(corpus: Corpus, part: Part | undefined): { path: string; card: SocialCard }[] {
  const { site } = corpus;
  const urls = createUrls(site);
  const withImage = papersWithImage(corpus);
  const cards = entriesOfPart(corpus, part)
    .filter(({ paper }) => withImage.has(paper.id))
    .map((entry) => ({
      path: urls.paperSocialImage(entry.paper.slug).slice(site.base.length),
      card: paperCard(corpus, entry),
    }));
  if (part === undefined || part === 'rest')
    cards.push({ path: urls.socialImage.slice(site.base.length), card: siteCard(corpus) });
  return cards;
}

const keyOf = (card: SocialCard): string =>
  createHash('sha256')
    .update(JSON.stringify([drawingVersion, card]))
    .digest('base64url')
    .slice(0, 27);
