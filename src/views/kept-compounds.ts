import { html, type Markup, raw } from './html.ts';

/** Letters, hyphens included, of the longest compound that fits a line of a phone at the size of a title. */
const maxLetters = 18;
/** The longest TeX of a formula that is kept with the word it is joined to, as in `$\ell_2$-norm`. */
const maxTex = 8;

const compound = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}-])/gu;
const joined = /^-[\p{L}\p{N}]+(?![\p{L}\p{N}-])/u;
const tagOrText = /<[^>]*>|[^<]+/g;

/**
 * A rendered title whose short compounds (`few-shot`, `state-of-the-art`, `$f$-divergence`) stay in one line each, for
 * which style sheets have no property.
 */
export function keptCompounds(titleHtml: string): Markup {
  if (!titleHtml.includes('-')) return raw(titleHtml);
  let written = '';
  // Formulas are the only spans of a title, and have spans in them.
  let depth = 0;
  let formulaStart = 0;
  let isAfterFormula = false;
  for (const [token] of titleHtml.matchAll(tagOrText)) {
    if (token.startsWith('<span') && depth++ === 0) formulaStart = written.length;
    if (token === '</span>') depth--;
    if (depth > 0 || token.startsWith('<')) {
      written += token;
      isAfterFormula = token === '</span>';
      continue;
    }
    const [word = ''] = (isAfterFormula && joined.exec(token)) || [];
    const formula = written.slice(formulaStart);
    if (word !== '' && word.length <= maxLetters && texLength(formula) <= maxTex)
      written = written.slice(0, formulaStart) + keep(formula + word);
    else written += word;
    isAfterFormula = false;
    written += token
      .slice(word.length)
      .replace(compound, (whole) => (whole.length > maxLetters ? whole : keep(whole)));
  }
  return raw(written);
}

const keep = (part: string): string => html`<span class="nowrap">${raw(part)}</span>`.text;

const texLength = (formula: string): number => /<annotation[^>]*>([^<]*)</.exec(formula)?.[1]?.length ?? 0;
