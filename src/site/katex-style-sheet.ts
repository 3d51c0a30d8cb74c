/**
 * KaTeX's style sheet with its fonts in the folder of that address, in the one format that all browsers read, and with
 * letters as tall as the serif's beside them (x-height .431 of KaTeX's fonts, .475 of Source Serif 4). Where colours
 * are forced, browsers paint the background anew behind every piece of text; in a formula the piece for a hat would
 * cover its letter, and that for a slash the sign below it.
 */
export function katexStyleSheet(css: string, fonts: string): string {
  const withFonts = css.replace(
    /src:url\(fonts\/([^)]+\.woff2)\)[^;}]*/g,
    (_, file: string) => `src:url(${fonts}${file}) format("woff2")`,
  );
  return `${withFonts}\n.katex{font-size:1.1em;forced-color-adjust:preserve-parent-color}\n`;
}
