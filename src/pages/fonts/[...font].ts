import type { APIRoute, GetStaticPaths } from 'astro';
import { mathFontFolder, mathFonts, readMathFont } from '#site/math-fonts.ts';

export const getStaticPaths = (() =>
  mathFonts.map((file) => ({
    params: { font: mathFontFolder.slice('fonts/'.length) + file },
    props: { file },
  }))) satisfies GetStaticPaths;

/** KaTeX's fonts. */
export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readMathFont(props.file), { headers: { 'Content-Type': 'font/woff2' } });
