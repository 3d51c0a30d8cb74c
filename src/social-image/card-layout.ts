import { type Faces, type PlacedGlyph, type SocialCard, socialImageSize } from './schema.ts';
import { setGlyphs } from './set-glyphs.ts';
import { countLines, type SetLine, setLines, setWords, spaceWidth } from './set-lines.ts';

/** The letters of a card, by the ink that they are drawn in. */
export interface CardLayout {
  muted: readonly PlacedGlyph[];
  ink: readonly PlacedGlyph[];
}

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
 * Places the letters of a card, as outlines, so that it looks the same whatever fonts a machine has. Where most of a
 * title is in a script that the fonts lack, the kicker takes its place.
 */
export function layOutCard(card: SocialCard, faces: Faces): CardLayout {
  const { kicker, title, foot } =
    card.kicker !== null && !canDraw(card.title, faces)
      ? { ...card, kicker: null, title: card.kicker }
      : card;
  const kickerLines = kicker === null ? [] : linesOf(kicker, kickerSize, 1, faces);
  const footLines = footOf(foot, faces);
  const footTop = footBaseline - (footLines.length - 1) * footSize * lineHeight;
  return {
    muted: [...placeLines(kickerLines, kickerSize, 148), ...placeLines(footLines, footSize, footTop)],
    ink: placeTitle(title, faces, kicker === null ? titleTop.belowBar : titleTop.belowKicker),
  };
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

function placeTitle(title: string, faces: Faces, top: number): PlacedGlyph[] {
  const fits = (size: number, lines: number): boolean => lines * size * lineHeight <= titleBottom - top;
  const words = setWords(title, faces);
  const smallest = titleSizes.at(-1)!;
  const size = titleSizes.find((size) => fits(size, countLines(words, textWidth / size))) ?? smallest;
  const lines = linesOf(title, size, Math.floor((titleBottom - top) / (size * lineHeight)), faces);
  return placeLines(lines, size, top + size);
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

function placeLines(lines: readonly SetLine[], size: number, firstBaseline: number): PlacedGlyph[] {
  return lines.flatMap((line, index) => placeLine(line, size, firstBaseline + index * size * lineHeight));
}

function placeLine({ words }: SetLine, size: number, baseline: number): PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  let x = edge;
  for (const { glyphs } of words) {
    for (const { path, advance, scale, rise } of glyphs) {
      if (path !== '') placed.push({ path, size: scale * size, x, y: baseline - rise * size });
      x += advance * scale * size;
    }
    x += spaceWidth * size;
  }
  return placed;
}
