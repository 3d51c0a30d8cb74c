import { describe, expect, it } from 'vitest';
import { setGlyphs } from '#social-image/set-glyphs.ts';
import { faces } from './faces.ts';

const one = (text: string) => setGlyphs(text, faces).glyphs[0]!;

describe('setGlyphs', () => {
  it('sets Latin, Greek, Cyrillic and the signs of formulas', () => {
    const text = 'SchrödingerŐłşαβΩКолмогоров∈≤∞→∇√⊗≈ℓ–’';
    expect(setGlyphs(text, faces)).toMatchObject({ missing: 0 });
    expect(setGlyphs(text, faces).glyphs).toHaveLength([...text].length);
  });

  it('sets indices lower and exponents higher, both smaller', () => {
    const letter = one('n');
    expect(one('ₙ')).toMatchObject({ path: letter.path, scale: 0.66, rise: -0.16 });
    expect(one('ⁿ')).toMatchObject({ path: letter.path, scale: 0.66, rise: 0.36 });
  });

  it('sets double-struck and script capitals in their own shapes', () => {
    expect(one('ℝ').path).toBe(faces.doubleStruck('R'.codePointAt(0)!)!.path);
    expect(one('𝔽').path).toBe(faces.doubleStruck('F'.codePointAt(0)!)!.path);
    expect(one('𝒪').path).toBe(faces.script('O'.codePointAt(0)!)!.path);
    expect(one('ℝ').path).not.toBe(one('R').path);
  });

  it('sets other letters of formulas as those they are variants of', () => {
    expect(one('𝜀')).toEqual(one('ε'));
    expect(one('𝑥')).toEqual(one('x'));
  });

  it('counts what it cannot set', () => {
    expect(setGlyphs('a🤖中', faces)).toMatchObject({ glyphs: [one('a')], missing: 2 });
  });
});
