import { describe, expect, it } from 'vitest';
import { setLines, type SetWord } from '#social-image/set-lines.ts';

const glyph = { path: 'M0 0', advance: 1, scale: 1, rise: 0 };
const words = (...lengths: number[]): SetWord[] =>
  lengths.map((width) => ({ width, glyphs: Array.from({ length: width }, () => glyph) }));
const shape = (lines: ReturnType<typeof setLines>): number[][] =>
  lines.map((line) => line.words.map(({ width }) => width));

describe('setLines', () => {
  it('takes as few lines as needed', () => {
    expect(shape(setLines(words(3, 3, 3), 20))).toEqual([[3, 3, 3]]);
    expect(setLines([], 20)).toEqual([]);
  });

  it('makes them even', () => {
    expect(shape(setLines(words(4, 4, 4, 4), 13))).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });

  it('cuts a word that is wider than a line', () => {
    expect(shape(setLines(words(25), 10))).toEqual([[10], [10], [5]]);
  });
});
