import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import type { Face, Faces, Outline } from '#social-image/schema.ts';

const require = createRequire(import.meta.url);

const serifSubsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
/** KaTeX's, for the signs of formulas. */
const signFaces = ['Main-Regular', 'AMS-Regular', 'Size1-Regular'];

/** Reads the faces of social images from the packages that the site's own fonts come from. */
export function readSocialImageFonts(): Faces {
  const serif = serifSubsets.map((subset) =>
    face(`@fontsource-variable/source-serif-4/files/source-serif-4-${subset}-wght-normal.woff2`),
  );
  const katex = (name: string): Face => face(`katex/dist/fonts/KaTeX_${name}.ttf`);
  return {
    text: [...serif, ...signFaces.map(katex)],
    doubleStruck: katex('AMS-Regular'),
    script: katex('Caligraphic-Regular'),
  };
}

/** A face of a font file. KaTeX's letters are drawn at the size that they have in the pages (.katex). */
function face(file: string): Face {
  const font = create(readFileSync(require.resolve(file))) as Font;
  const known = new Map<number, Outline | null>();
  return (codePoint) => {
    let outline = known.get(codePoint);
    if (outline === undefined) known.set(codePoint, (outline = outlineOf(font, codePoint)));
    return outline;
  };
}

function outlineOf(font: Font, codePoint: number): Outline | null {
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  const toEm = 1 / font.unitsPerEm;
  return { path: path.scale(toEm).toSVG(), advance: advanceWidth * toEm };
}
