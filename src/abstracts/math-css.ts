import { styleClass } from './style-classes.ts';

/** The style sheet for the `styles` of all texts rendered: one rule for each, in the order of the declarations. */
export function mathCss(styles: Iterable<string>): string {
  return [...new Set(styles)]
    .sort()
    .map((style) => `.katex .${styleClass(style)}{${style.replace(/;$/, '')}}\n`)
    .join('');
}
