import { type CardLayout, layOutCard } from './card-layout.ts';
import { createGlyphMasks, placesPerPixel } from './glyph-masks.ts';
import { type Faces, type GlyphMask, type RenderSvg, type SocialCard, socialImageSize } from './schema.ts';

/** An image of at most 16 colours: two pixels a byte in rows, each after a filter byte of 0, as PNG wants them. */
export interface PaletteImage {
  palette: readonly Colour[];
  rows: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** The light theme's paper, ink and muted ink (src/styles/tokens.css). */
const paper: Colour = [0xfc, 0xfb, 0xf8];
const inks: Record<keyof CardLayout, Colour> = { ink: [0x1e, 0x1b, 0x17], muted: [0x5d, 0x57, 0x4e] };

/** Shades between paper and the colour of a text: ink has most of the edges. Their places follow that of paper. */
const shades: Record<keyof CardLayout, { count: number; first: number }> = {
  ink: { count: 9, first: 1 },
  muted: { count: 5, first: 10 },
};
const accentPlace = 15;

/** Where the bar in the accent's colour stands, in pixels. */
const accentBar = { x: 88, y: 84, width: 72, height: 8 } as const;

const { width, height } = socialImageSize;
const rowBytes = 1 + width / 2;

/** The function that draws cards, from letters that it draws by `render` when they are first met. */
export function createCardDrawer(faces: Faces, render: RenderSvg): (card: SocialCard) => PaletteImage {
  const maskOf = createGlyphMasks(render);
  const strokesOf = { ink: createStrokes('ink'), muted: createStrokes('muted') };
  const accents = new Map<string, Colour>();
  return (card) => {
    const rows = new Uint8Array(height * rowBytes);
    for (let y: number = accentBar.y; y < accentBar.y + accentBar.height; y += 1)
      for (let x: number = accentBar.x; x < accentBar.x + accentBar.width; x += 1)
        setPixel(rows, x, y, accentPlace);
    const layout = layOutCard(card, faces);
    for (const ink of ['muted', 'ink'] as const)
      for (const { path, size, x, y } of layout[ink]) {
        const quarters = Math.round(x * placesPerPixel);
        const mask = maskOf(path, size, quarters % placesPerPixel);
        drawStrokes(rows, strokesOf[ink](mask), Math.floor(quarters / placesPerPixel), Math.round(y));
      }
    let accent = accents.get(card.accent);
    if (accent === undefined) accents.set(card.accent, (accent = colourOf(card.accent, render)));
    return { palette: paletteOf(accent), rows };
  };
}

function paletteOf(accent: Colour): Colour[] {
  return [paper, ...blends('ink'), ...blends('muted'), accent];
}

function blends(ink: keyof CardLayout): Colour[] {
  const { count } = shades[ink];
  const blend = (step: number, channel: 0 | 1 | 2): number =>
    Math.round(paper[channel] + ((inks[ink][channel] - paper[channel]) * (step + 1)) / count);
  return Array.from(
    { length: count },
    (_, step) => [blend(step, 0), blend(step, 1), blend(step, 2)] as const,
  );
}

/** A colour in one of the forms of CSS Color 3; black, when it is none. */
function colourOf(colour: string, render: RenderSvg): Colour {
  const fill = colour.replace(/[^#\w(),.% -]/g, '');
  const pixels = render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="${fill}"/></svg>`,
  );
  return [pixels[0]!, pixels[1]!, pixels[2]!];
}

/** The pixels of a letter that are not paper: where they are from its origin, and the places of their shades. */
interface Strokes {
  x: Int16Array;
  y: Int16Array;
  places: Uint8Array;
}

/** The function that tells the strokes of a mask in an ink, which are found out once for each mask. */
function createStrokes(ink: keyof CardLayout): (mask: GlyphMask) => Strokes {
  const { count, first } = shades[ink];
  const known = new Map<GlyphMask, Strokes>();
  return (mask) => {
    let strokes = known.get(mask);
    if (strokes !== undefined) return strokes;
    const shadeOf = (coverage: number): number => Math.round((coverage * count) / 255);
    const inked = Array.from(mask.coverage.keys()).filter((place) => shadeOf(mask.coverage[place]!) > 0);
    strokes = {
      x: Int16Array.from(inked, (place) => mask.left + (place % mask.width)),
      y: Int16Array.from(inked, (place) => mask.top + Math.floor(place / mask.width)),
      places: Uint8Array.from(inked, (place) => first + shadeOf(mask.coverage[place]!) - 1),
    };
    known.set(mask, strokes);
    return strokes;
  };
}

/** Draws a letter with its origin at `x` and `y`. Where letters overlap, the darker shade stays. */
function drawStrokes(rows: Uint8Array, { x: xs, y: ys, places }: Strokes, x: number, y: number): void {
  for (let index = 0; index < places.length; index += 1) {
    const pixelX = x + xs[index]!;
    const pixelY = y + ys[index]!;
    if (pixelX < 0 || pixelX >= width || pixelY < 0 || pixelY >= height) continue;
    if (pixelAt(rows, pixelX, pixelY) < places[index]!) setPixel(rows, pixelX, pixelY, places[index]!);
  }
}

const byteAt = (x: number, y: number): number => y * rowBytes + 1 + (x >> 1);

const pixelAt = (rows: Uint8Array, x: number, y: number): number =>
  (x & 1) === 1 ? rows[byteAt(x, y)]! & 15 : rows[byteAt(x, y)]! >> 4;

function setPixel(rows: Uint8Array, x: number, y: number, place: number): void {
  const byte = byteAt(x, y);
  rows[byte] = (x & 1) === 1 ? (rows[byte]! & 0xf0) | place : (rows[byte]! & 0x0f) | (place << 4);
}
