import { describe, expect, it } from 'vitest';
import { LineSplitter } from '#sightings/line-splitter.ts';

function linesOf(pieces: readonly string[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(100, (line) => lines.push(line));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return lines;
}

describe('LineSplitter', () => {
  it.each(['\n', '\r\n', '\r'])('cuts at %j, however the text comes', (end) => {
    const text = ['one', '', 'two', 'three'].join(end);
    expect(linesOf([text])).toEqual(['one', '', 'two', 'three']);
    expect(linesOf([...text])).toEqual(['one', '', 'two', 'three']);
    expect(linesOf([text + end])).toEqual(['one', '', 'two', 'three']);
  });

  it('tells line ends of several kinds apart', () => {
    expect(linesOf(['a\r', '\r\nb\n\rc\r', '', '\nd'])).toEqual(['a', '', 'b', '', 'c', 'd']);
  });

  it('says when a line is longer than allowed', () => {
    const splitter = new LineSplitter(5, () => {});
    expect(splitter.push('1234\r12')).toBe(true);
    expect(splitter.push('3456')).toBe(false);
  });
});
