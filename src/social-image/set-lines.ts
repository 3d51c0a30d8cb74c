import type { Faces, SetGlyph } from './schema.ts';
import { setGlyphs } from './set-glyphs.ts';

/** A word: its letters and its width in ems. */
export interface SetWord {
  glyphs: readonly SetGlyph[];
  width: number;
}

/** A line of words; `width` in ems includes the spaces between them. */
export interface SetLine {
  words: readonly SetWord[];
  width: number;
}

/** A space of the text font, in ems. */
export const spaceWidth = 0.22;

/** The words of a text that can be drawn. */
export function setWords(text: string, faces: Faces): SetWord[] {
  return text
    .split(/\s+/u)
    .map((word) => wordOf(setGlyphs(word, faces).glyphs))
    .filter(({ glyphs }) => glyphs.length > 0);
}

const widthOf = (glyphs: readonly SetGlyph[]): number =>
  glyphs.reduce((sum, { advance, scale }) => sum + advance * scale, 0);

const wordOf = (glyphs: readonly SetGlyph[]): SetWord => ({ glyphs, width: widthOf(glyphs) });

/**
 * Breaks words into as few lines as they need at a width (in ems), and these as even as they can be. Words that are
 * wider than a line are cut.
 */
export function setLines(words: readonly SetWord[], maxWidth: number): SetLine[] {
  const fitting = words.flatMap((word) => cutWord(word, maxWidth));
  const lines = fillLines(fitting, maxWidth);
  let narrow = Math.max(0, ...fitting.map(({ width }) => width));
  let wide = maxWidth;
  let even = lines;
  for (let step = 0; step < 12; step += 1) {
    const middle = (narrow + wide) / 2;
    const tried = fillLines(fitting, middle);
    if (tried.length === lines.length) {
      even = tried;
      wide = middle;
    } else narrow = middle;
  }
  return even;
}

/** Into how many lines `setLines` breaks words. */
export function countLines(words: readonly SetWord[], maxWidth: number): number {
  return fillLines(
    words.flatMap((word) => cutWord(word, maxWidth)),
    maxWidth,
  ).length;
}

function fillLines(words: readonly SetWord[], maxWidth: number): SetLine[] {
  const lines: SetLine[] = [];
  let line: SetWord[] = [];
  let width = 0;
  for (const word of words) {
    const added = line.length === 0 ? word.width : spaceWidth + word.width;
    if (line.length > 0 && width + added > maxWidth) {
      lines.push({ words: line, width });
      line = [word];
      width = word.width;
    } else {
      line.push(word);
      width += added;
    }
  }
  if (line.length > 0) lines.push({ words: line, width });
  return lines;
}

function cutWord(word: SetWord, maxWidth: number): SetWord[] {
  if (word.width <= maxWidth) return [word];
  const pieces: SetGlyph[][] = [[]];
  let width = 0;
  for (const glyph of word.glyphs) {
    const advance = glyph.advance * glyph.scale;
    if (width + advance > maxWidth && pieces.at(-1)!.length > 0) {
      pieces.push([]);
      width = 0;
    }
    pieces.at(-1)!.push(glyph);
    width += advance;
  }
  return pieces.map(wordOf);
}
