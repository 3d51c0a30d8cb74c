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

/** Where the bar in the accent's colour stands, in pixels; from and to whole bytes. */
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
    for (let y: number = accentBar.y; y < accentBar.y + accentBar.height; y += 1) {
      const start = y * rowBytes + 1 + accentBar.x / 2;
      rows.fill(accentPlace * 17, start, start + accentBar.width / 2);
    }
    const layout = layOutCard(card, faces);
    for (const ink of ['muted', 'ink'] as const)
      for (const { path, size, x, y } of layout[ink]) {
        const quarters = Math.round(x * placesPerPixel);
        const mask = maskOf(path, size, quarters % placesPerPixel);
        const column = Math.floor(quarters / placesPerPixel);
        drawStrokes(rows, strokesOf[ink](mask, column & 1), column >> 1, Math.round(y));
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

/**
 * Those pairs of pixels of a letter that are not all paper: rows and columns of bytes from its origin, and the bytes.
 */
interface Strokes {
  rows: Int16Array;
  columns: Int16Array;
  pairs: Uint8Array;
}

/** The function that tells the strokes of a mask in an ink, with its origin at an even or odd pixel: found out once. */
function createStrokes(ink: keyof CardLayout): (mask: GlyphMask, odd: number) => Strokes {
  const { count, first } = shades[ink];
  const placeOf = Uint8Array.from({ length: 256 }, (_, coverage) => {
    const shade = Math.round((coverage * count) / 255);
    return shade === 0 ? 0 : first + shade - 1;
  });
  const known = [new Map<GlyphMask, Strokes>(), new Map<GlyphMask, Strokes>()];
  return (mask, odd) => {
    let strokes = known[odd]!.get(mask);
    if (strokes === undefined) known[odd]!.set(mask, (strokes = strokesOf(mask, odd, placeOf)));
    return strokes;
  };
}

function strokesOf({ left, top, width, coverage }: GlyphMask, odd: number, placeOf: Uint8Array): Strokes {
  const rows: number[] = [];
  const columns: number[] = [];
  const pairs: number[] = [];
  for (let start = 0; start < coverage.length; start += width)
    for (let place = start; place < start + width; place += 1) {
      const shade = placeOf[coverage[place]!]!;
      if (shade === 0) continue;
      const x = odd + left + place - start;
      const [row, column] = [top + start / width, x >> 1];
      const pair = (x & 1) === 1 ? shade : shade << 4;
      if (rows.at(-1) === row && columns.at(-1) === column) pairs[pairs.length - 1]! |= pair;
      else {
        rows.push(row);
        columns.push(column);
        pairs.push(pair);
      }
    }
  return { rows: Int16Array.from(rows), columns: Int16Array.from(columns), pairs: Uint8Array.from(pairs) };
}

/** Draws a letter with its origin in byte `x` of row `y`. Where letters overlap, the darker shade stays. */
function drawStrokes(image: Uint8Array, { rows, columns, pairs }: Strokes, x: number, y: number): void {
  for (let index = 0; index < pairs.length; index += 1) {
    const row = y + rows[index]!;
    const column = x + columns[index]!;
    if (column < 0 || column >= width / 2 || row < 0 || row >= height) continue;
    const at = row * rowBytes + 1 + column;
    const drawn = image[at]!;
    const pair = pairs[index]!;
    image[at] =
      drawn === 0 ? pair : Math.max(drawn & 0xf0, pair & 0xf0) | Math.max(drawn & 0x0f, pair & 0x0f);
  }
}
