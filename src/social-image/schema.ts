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

/** A letter as it is drawn: `scale` and `rise` (in ems) place indices and exponents. */
export interface SetGlyph extends Outline {
  scale: number;
  rise: number;
}
