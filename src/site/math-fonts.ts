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

/** The rules, and those elements of theirs that a class attribute is, found out once for each attribute. */
interface FontRules {
  rules: readonly FontRule[];
  elementsOf: Map<string, readonly (readonly string[])[]>;
}

let known: FontRules | undefined;

/** The files of the fonts that the formulas of a page need, by the classes that are in it. */
export function mathFontsOf(html: string): string[] {
  if (!html.includes(formulaClass)) return [];
  const { rules, elementsOf } = (known ??= { rules: fontRules(katexCss), elementsOf: new Map() });
  const elements = new Set<readonly string[]>();
  for (let at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at)) {
    const start = at + attribute.length;
    at = html.indexOf('"', start);
    if (at < 0) break;
    const names = html.slice(start, at);
    let found = elementsOf.get(names);
    if (found === undefined) elementsOf.set(names, (found = elementsIn(rules, names.split(' '))));
    for (const element of found) elements.add(element);
  }
  if (elements.size === 0) return [];
  const files = rules.filter((rule) => rule.elements.every((element) => elements.has(element)));
  return [...new Set(files.map(({ file }) => file))];
}

const attribute = 'class="';
/** Every rule is for what is in an element of this class. */
const formulaClass = 'katex';

const elementsIn = (rules: readonly FontRule[], names: readonly string[]): (readonly string[])[] =>
  rules
    .flatMap(({ elements }) => elements)
    .filter((classes) => classes.every((name) => names.includes(name)));

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
