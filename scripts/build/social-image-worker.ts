import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { createCardDrawer } from '#social-image/draw-card.ts';
import { png } from '#social-image/png.ts';
import type { SocialCard } from '#social-image/schema.ts';
import { describingErrors } from '../fetch/atomic-write.ts';
import { takeIdleTimeOnly } from './low-priority.ts';
import { readSocialImageFonts } from './social-image-fonts.ts';

/** An image to draw, where to keep it for later builds, and where this one wants it. */
export interface ImageToDraw {
  card: SocialCard;
  kept: string;
  file: string;
}

/** Takes 60 % of the time of level 3 with a window of 8 kB, for 8 % more bytes. */
const deflateOptions = { level: 1, memLevel: 9 };

takeIdleTimeOnly();

/** Draws images in a worker thread, beside whatever the main thread does. */
export default function drawImages(images: readonly ImageToDraw[]): void {
  const draw = createCardDrawer(readSocialImageFonts(), renderSvg);
  for (const { card, kept, file } of images) {
    const { palette, rows } = draw(card);
    describingErrors(kept, () => {
      writeFileSync(`${kept}.tmp`, png(palette, deflateSync(rows, deflateOptions)));
      renameSync(`${kept}.tmp`, kept);
    });
    describingErrors(file, () => copyFileSync(kept, file));
  }
}

const renderSvg = (svg: string): Uint8Array =>
  new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
