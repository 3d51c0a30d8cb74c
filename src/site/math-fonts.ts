import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import katex from 'katex';

const { resolve } = createRequire(import.meta.url);

/** KaTeX's style sheet as it comes. */
export const katexCss = readFileSync(resolve('katex/dist/katex.min.css'), 'utf8');

/** The files of KaTeX's fonts, in the one format that all browsers read. */
export const mathFonts: readonly string[] = [...katexCss.matchAll(/fonts\/([^)]+\.woff2)/g)].map(
  ([, file]) => file!,
);

/** Fonts that nearly every formula needs: signs and digits, and letters. */
export const usualMathFonts: readonly string[] = ['KaTeX_Main-Regular.woff2', 'KaTeX_Math-Italic.woff2'];

/**
 * Where the site has KaTeX's fonts, below its base. The version makes it an address whose content never changes; other
 * than one with a digest, it is known before the pages are laid out, so that their heads can ask for the fonts early.
 */
export const mathFontFolder = `fonts/katex-${katex.version}/`;

/** The bytes of one of `mathFonts`. */
export const readMathFont = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(resolve(`katex/dist/fonts/${file}`)));

/** A rule of the style sheet that chooses a font: classes of an element and of those around it, and the file. */
interface FontRule {
  elements: readonly (readonly string[])[];
  file: string;
}

let rules: readonly FontRule[] | undefined;

/** The files of the fonts that the formulas of a page need, by the classes that are in it. */
export function mathFontsOf(html: string): string[] {
  const attributes = new Set(Array.from(html.matchAll(/class="([^"]*)"/g), ([, names]) => names!));
  const elements = Array.from(attributes, (names) => new Set(names.split(' ')));
  const has = (classes: readonly string[]): boolean =>
    elements.some((names) => classes.every((name) => names.has(name)));
  rules ??= fontRules(katexCss);
  return [...new Set(rules.filter((rule) => rule.elements.every(has)).map(({ file }) => file))];
}

function fontRules(css: string): FontRule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const file = selectors!.startsWith('@') ? null : fontOf(body!);
    if (file === null) return [];
    return selectors!.split(',').map((selector) => ({
      elements: [...selector.matchAll(/(?:\.[\w-]+)+/g)].map(([classes]) => classes.slice(1).split('.')),
      file,
    }));
  });
}

/** The font file that these declarations choose. Those of a weight or slope alone are of the main family. */
function fontOf(declarations: string): string | null {
  const family = /KaTeX_\w+/.exec(declarations)?.[0];
  const bold = /font-weight:700/.test(declarations) ? 'Bold' : '';
  const italic = /font-style:italic/.test(declarations) ? 'Italic' : '';
  if (family === undefined && bold + italic === '') return null;
  const file = `${family ?? 'KaTeX_Main'}-${bold + italic || 'Regular'}.woff2`;
  return mathFonts.includes(file) ? file : null;
}
