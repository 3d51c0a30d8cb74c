import { accentBar, cardColours } from './card-svg.ts';
import { socialImageSize } from './schema.ts';

/** An image of at most 16 colours: two pixels a byte in rows, each after a filter byte of 0, as PNG wants them. */
export interface PaletteImage {
  palette: readonly Colour[];
  rows: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Shades between paper and the colour of a text: ink has most of the edges. */
const shades = { ink: 7, muted: 5, accent: 3 };

/**
 * Reduces a drawn card (RGBA) to the shades between its paper and its inks: a third of the bytes of all its colours.
 * The accent is read where its bar was drawn, whatever form its colour was given in.
 */
export function paletteImage(pixels: Uint8Array): PaletteImage {
  const { width, height } = socialImageSize;
  const barPixel = 4 * (width * (accentBar.y + 4) + accentBar.x + 4);
  const accent: Colour = [pixels[barPixel]!, pixels[barPixel + 1]!, pixels[barPixel + 2]!];
  const { paper, ink, muted } = cardColours;
  const palette: Colour[] = [
    paper,
    ...blends(paper, ink, shades.ink),
    ...blends(paper, muted, shades.muted),
    ...blends(paper, accent, shades.accent),
  ];
  const nearest = nearestOf(palette);
  const rowBytes = 1 + width / 2;
  const rows = new Uint8Array(height * rowBytes);
  for (let y = 0, from = 0; y < height; y += 1) {
    const row = y * rowBytes + 1;
    for (let x = 0; x < width; x += 1, from += 4) {
      // Most of a card is paper, the first colour, which the rows are filled with already.
      if (pixels[from] === paper[0] && pixels[from + 1] === paper[1] && pixels[from + 2] === paper[2])
        continue;
      const place = nearest(pixels[from]!, pixels[from + 1]!, pixels[from + 2]!);
      rows[row + (x >> 1)]! |= x & 1 ? place : place << 4;
    }
  }
  return { palette, rows };
}

const blends = (from: Colour, to: Colour, steps: number): Colour[] =>
  Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return [0, 1, 2].map((channel) =>
      Math.round(from[channel]! + (to[channel]! - from[channel]!) * share),
    ) as unknown as Colour;
  });

/** Finds the place of the colour of a palette that is nearest to a pixel, for every cell of the colour space once. */
function nearestOf(palette: readonly Colour[]): (red: number, green: number, blue: number) => number {
  const known = new Int8Array(1 << 15).fill(-1);
  return (red, green, blue) => {
    const cell = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    if (known[cell]! < 0) {
      const distances = palette.map((colour) =>
        Math.hypot(colour[0] - red, colour[1] - green, colour[2] - blue),
      );
      known[cell] = distances.indexOf(Math.min(...distances));
    }
    return known[cell]!;
  };
}
