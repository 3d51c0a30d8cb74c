import { styleClass } from './style-classes.ts';

/**
 * The style sheet for the `styles` of all texts rendered: one rule for each declaration, in their order, and of more
 * weight than those of KaTeX, as the inline styles were. Two rules for one property of one element do not meet.
 */
export function mathCss(styles: Iterable<string>): string {
  return [...new Set(styles)]
    .sort()
    .map((style) => `.katex .katex-html .${styleClass(style)}{${style}}\n`)
    .join('');
}
