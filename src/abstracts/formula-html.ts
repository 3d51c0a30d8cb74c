import type { TypesetFormula } from './formula-cache.ts';

/** A line of a telephone holds about this many characters of a formula. */
const maxUnbrokenCharacters = 26;

/**
 * A typeset formula in the `span` that style sheets know:
 *
 * - `math`: every formula; `display`: set on a line of its own.
 * - `reconstructed`: read out of damaged text; `lossy`: where that lost a command name for good. Nothing is
 *   announced for either: one note in the page speaks for all of them.
 * - `wide`: does not fit a phone and cannot be broken, so it scrolls, also by keyboard.
 */
export function formulaHtml({ html }: TypesetFormula, classes: readonly string[]): string {
  const isWide = longestUnbroken(html) > maxUnbrokenCharacters;
  const names = ['math', ...classes, ...(isWide ? ['wide'] : [])].join(' ');
  const scrolling = isWide ? ' tabindex="0" role="group" aria-label="Formula"' : '';
  return `<span class="${names}"${scrolling}>${html}</span>`;
}

/** KaTeX lets lines break between its bases only. */
function longestUnbroken(html: string): number {
  const bases = html.slice(html.indexOf('class="katex-html"')).split('class="katex-base"').slice(1);
  return Math.max(
    0,
    ...bases.map((base) => base.replace(/<[^>]*>?|&[^;]*;/g, (tag) => (tag[0] === '&' ? '&' : '')).length),
  );
}
