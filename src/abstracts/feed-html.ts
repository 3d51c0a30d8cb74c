import { onceFor } from '#memo/once-for.ts';
import { feedMathml } from './feed-mathml.ts';
import { sharedFormulas, type FormulaCache, type TypesetFormula } from './formula-cache.ts';
import { inOneLine } from './in-one-line.ts';
import { phrasingHtml, type FormulaWriter } from './phrasing-html.ts';
import { readText } from './read-text.ts';
import type { RestoredText } from './schema.ts';
import { simpleMath } from './simple-math.ts';

/** A text as the HTML of feeds: plain elements, each formula once, as MathML. */
export function toMathml(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return paragraphs(text, formulas, mathmlOnce);
}

/** As `toMathml`, without paragraphs, links and line breaks: for titles. */
export function toMathmlInline(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return phrasingHtml(inOneLine(readText(text, formulas).paragraphs), formulas, mathmlOnce);
}

/** A text as the HTML of mail: plain elements, formulas as text with `sub` and `sup`. */
export function toMailHtml(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return paragraphs(text, formulas, simple);
}

/** As `toMailHtml`, without paragraphs, links and line breaks: for titles. */
export function toMailHtmlInline(text: RestoredText, formulas: FormulaCache = sharedFormulas): string {
  return phrasingHtml(inOneLine(readText(text, formulas).paragraphs), formulas, simple);
}

function paragraphs(text: RestoredText, formulas: FormulaCache, writeFormula: FormulaWriter): string {
  return readText(text, formulas)
    .paragraphs.map((paragraph) => `<p>${phrasingHtml(paragraph, formulas, writeFormula)}</p>`)
    .join('\n');
}

/** Half of all formulas are repeats, and most papers are in several feeds. */
const mathmlOnce = onceFor(({ html }: TypesetFormula) => feedMathml(html));

const simple: FormulaWriter = ({ html }) => simpleMath(html);
