import { type Faces, type SocialCard, socialImageSize } from './schema.ts';
import { setGlyphs } from './set-glyphs.ts';
import { type SetLine, setLines, setWords, spaceWidth } from './set-lines.ts';

/** The light theme's paper, ink and muted ink (src/styles/tokens.css), as red, green, blue. */
export const cardColours = {
  paper: [0xfc, 0xfb, 0xf8],
  ink: [0x1e, 0x1b, 0x17],
  muted: [0x5d, 0x57, 0x4e],
} as const;

/** Where the bar in the accent's colour stands, in pixels. */
export const accentBar = { x: 88, y: 84, width: 72, height: 8 } as const;

const edge = 88;
const textWidth = socialImageSize.width - 2 * edge;
const kickerSize = 32;
const footSize = 30;
const lineHeight = 1.2;
const footBaseline = socialImageSize.height - 80;
/** Sizes of a title: the largest is taken at which it fits. */
const titleSizes = [80, 72, 64, 58, 52, 46, 40, 34];
const titleTop = { belowKicker: 184, belowBar: 128 };
const titleBottom = 480;

/** A title of which a larger share of letters cannot be drawn is not shown. */
const maxMissingShare = 0.2;

/**
 * Draws a card as an SVG of outlines only, so that it looks the same whatever fonts a machine has. Where most of a
 * title is in a script that the fonts lack, the kicker takes its place.
 */
export function cardSvg(card: SocialCard, faces: Faces): string {
  const { kicker, title, foot, accent } =
    card.kicker !== null && !canDraw(card.title, faces)
      ? { ...card, kicker: null, title: card.kicker }
      : card;
  const { width, height } = socialImageSize;
  const colour = (name: keyof typeof cardColours): string => `rgb(${cardColours[name].join(',')})`;
  const kickerLines = kicker === null ? [] : linesOf(kicker, kickerSize, 1, faces);
  const footLines = footOf(foot, faces);
  const footTop = footBaseline - (footLines.length - 1) * footSize * lineHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    `<rect x="${accentBar.x}" y="${accentBar.y}" width="${accentBar.width}" height="${accentBar.height}" fill="${accent.replace(/[^#\w(),.% -]/g, '')}"/>`,
    `<g fill="${colour('muted')}">${drawLines(kickerLines, kickerSize, 148)}${drawLines(footLines, footSize, footTop)}</g>`,
    `<g fill="${colour('ink')}">${drawTitle(title, faces, kicker === null ? titleTop.belowBar : titleTop.belowKicker)}</g>`,
    '</svg>',
  ].join('');
}

function canDraw(text: string, faces: Faces): boolean {
  const letters = text.replace(/\s/gu, '');
  return setGlyphs(letters, faces).missing <= maxMissingShare * [...letters].length;
}

/** As many of the parts as fit into one line; a single one may take two. */
function footOf(parts: readonly string[], faces: Faces): SetLine[] {
  const lines = linesOf(parts.join(' · '), footSize, Infinity, faces);
  if (lines.length < 2) return lines;
  return parts.length > 1 ? footOf(parts.slice(0, -1), faces) : linesOf(parts[0]!, footSize, 2, faces);
}

function drawTitle(title: string, faces: Faces, top: number): string {
  const fits = (size: number, lines: readonly SetLine[]): boolean =>
    lines.length * size * lineHeight <= titleBottom - top;
  const words = setWords(title, faces);
  const smallest = titleSizes.at(-1)!;
  const size = titleSizes.find((size) => fits(size, setLines(words, textWidth / size))) ?? smallest;
  const lines = linesOf(title, size, Math.floor((titleBottom - top) / (size * lineHeight)), faces);
  return drawLines(lines, size, top + size);
}

/** The lines of a text at a size; words that do not fit into `maxLines` are left out, which an ellipsis tells. */
function linesOf(text: string, size: number, maxLines: number, faces: Faces): SetLine[] {
  const words = setWords(text, faces);
  const lines = setLines(words, textWidth / size);
  if (lines.length <= maxLines) return lines;
  const ellipsis = setWords('…', faces);
  let kept = words.length;
  for (;;) {
    kept -= 1;
    const cut = setLines([...words.slice(0, kept), ...ellipsis], textWidth / size);
    if (cut.length <= maxLines || kept === 0) return cut;
  }
}

function drawLines(lines: readonly SetLine[], size: number, firstBaseline: number): string {
  return lines.map((line, index) => drawLine(line, size, firstBaseline + index * size * lineHeight)).join('');
}

function drawLine({ words }: SetLine, size: number, baseline: number): string {
  let svg = '';
  let x = edge;
  for (const { glyphs } of words) {
    for (const { path, advance, scale, rise } of glyphs) {
      const factor = scale * size;
      if (path !== '')
        svg += `<path d="${path}" transform="matrix(${number(factor)} 0 0 ${number(-factor)} ${number(x)} ${number(baseline - rise * size)})"/>`;
      x += advance * factor;
    }
    x += spaceWidth * size;
  }
  return svg;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
