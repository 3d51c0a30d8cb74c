/** Width and height of a social image in pixels: what Open Graph's readers show without cutting. */
export const socialImageSize = { width: 1200, height: 630 } as const;

/**
 * What a social image says. `kicker` stands above the title, the parts of `foot` at the bottom, as many as fit.
 * `accent` is a colour in one of the forms of CSS Color 3.
 */
export interface SocialCard {
  kicker: string | null;
  title: string;
  foot: readonly string[];
  accent: string;
}

/** An outline of a font: an SVG path in units of the em, upright, and the width of the letter in ems. */
export interface Outline {
  path: string;
  advance: number;
}

/** A face of a font: the outline of a code point, or null when it has none. */
export type Face = (codePoint: number) => Outline | null;

/**
 * The faces that texts are set in. `text` are asked in their order; `doubleStruck` and `script` have the capitals of
 * ℝ and 𝒪 in the places of R and O, as KaTeX's fonts do.
 */
export interface Faces {
  text: readonly Face[];
  doubleStruck: Face;
  script: Face;
}

/** A letter at its place: `size` is the em in pixels, `x` and `y` are of its origin, from the top left. */
export interface PlacedGlyph {
  path: string;
  size: number;
  x: number;
  y: number;
}

/** How much of each pixel a letter covers, 0 to 255, row by row; `left` and `top` from its origin. */
export interface GlyphMask {
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Uint8Array;
}

/** Draws an SVG as rows of red, green, blue and alpha. */
export type RenderSvg = (svg: string) => Uint8Array;

/** A letter as it is drawn: `scale` and `rise` (in ems) place indices and exponents. */
export interface SetGlyph extends Outline {
  scale: number;
  rise: number;
}
