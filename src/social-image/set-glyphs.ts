import type { Faces, SetGlyph } from './schema.ts';

const superscripts = /[²³¹ʰ-ʸᴬ-ᵡᶜᶠᶻ⁰-ⁿⱽ]/u;
const subscripts = /[ᵢ-ᵪ₀-ₜⱼ]/u;
const doubleStruck = /[ℂℍℕℙℚℝℤ\u{1D538}-\u{1D550}]/u;
const script = /[ℋℐℒℛℬℰℱℳ\u{1D49C}-\u{1D4B5}]/u;

/** How indices and exponents stand beside the line: half-way between TeX's first and second size. */
const raised = { scale: 0.66, rise: 0.36 };
const lowered = { scale: 0.66, rise: -0.16 };
const level = { scale: 1, rise: 0 };

/**
 * The letters of a text as outlines. Letters of formulas that no text font has (ℝ, 𝒪, ₙ, 𝑥) are made of those they
 * are variants of. What still has no outline (emoji, scripts that the fonts lack) is left out and counted.
 */
export function setGlyphs(text: string, faces: Faces): { glyphs: SetGlyph[]; missing: number } {
  const glyphs: SetGlyph[] = [];
  let missing = 0;
  for (const character of text.normalize('NFC')) {
    const set = setCharacter(character, faces);
    if (set === null) missing += 1;
    else glyphs.push(...set);
  }
  return { glyphs, missing };
}

function setCharacter(character: string, faces: Faces): SetGlyph[] | null {
  const own = outlineOf(character, faces);
  if (own !== null) return [{ ...own, ...level }];
  const place = superscripts.test(character) ? raised : subscripts.test(character) ? lowered : level;
  const special = doubleStruck.test(character)
    ? faces.doubleStruck
    : script.test(character)
      ? faces.script
      : null;
  const glyphs: SetGlyph[] = [];
  for (const base of character.normalize('NFKC')) {
    const outline = special?.(base.codePointAt(0)!) ?? outlineOf(base, faces);
    if (outline === null) return null;
    glyphs.push({ ...outline, ...place });
  }
  return glyphs;
}

function outlineOf(character: string, { text }: Faces) {
  for (const face of text) {
    const outline = face(character.codePointAt(0)!);
    if (outline !== null) return outline;
  }
  return null;
}
