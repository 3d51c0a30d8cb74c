import type { TypesetFormula } from './formula-cache.ts';

/**
 * A typeset formula in the `span` that style sheets know:
 *
 * - `math`: every formula; `display`: set on a line of its own.
 * - `reconstructed`: read out of damaged text; `lossy`: where that lost a command name for good. Nothing is
 *   announced for either: one note in the page speaks for all of them.
 * - `wide`: does not fit a phone and cannot be broken, so it scrolls, also by keyboard.
 */
export function formulaHtml({ html, isWide }: TypesetFormula, classes: readonly string[]): string {
  const names = ['math', ...classes, ...(isWide ? ['wide'] : [])].join(' ');
  const scrolling = isWide ? ' tabindex="0" role="group" aria-label="Formula"' : '';
  return `<span class="${names}"${scrolling}>${html}</span>`;
}
