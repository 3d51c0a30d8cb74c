import { styleClass } from './style-classes.ts';

/**
 * The style sheet for the `styles` of all texts rendered: one rule for each, in the order of the declarations,
 * and of more weight than those of KaTeX, as the inline styles were.
 */
export function mathCss(styles: Iterable<string>): string {
  return [...new Set(styles)]
    .sort()
    .map((style) => `.katex .katex-html .${styleClass(style)}{${style.replace(/;$/, '')}}\n`)
    .join('');
}
