import katex, { type KatexOptions } from 'katex';
import { macros } from '#restore/macros.ts';
import { withoutUnicodeCommands } from './unicode-codes.ts';

/** A longer formula is not typeset. */
export const maxFormulaLength = 5000;

/** The colour in which KaTeX writes the names of commands that it knows and is told not to trust. */
export const untrustedColour = '#bad000';

/**
 * How every formula of the site is typeset. `trust: false` keeps links, images and HTML out of formulas;
 * `maxExpand` and `maxSize` (em) stop formulas that would grow without bound.
 */
export function katexOptions(display: boolean): KatexOptions {
  return {
    output: 'htmlAndMathml',
    displayMode: display,
    throwOnError: true,
    strict: 'ignore',
    trust: false,
    errorColor: untrustedColour,
    maxExpand: 500,
    maxSize: 10,
    macros: { ...macros },
  };
}

/** A formula as KaTeX is to read it: a percent sign of an abstract is one, and begins no comment. */
export const katexSource = (tex: string): string => withoutUnicodeCommands(tex).replace(/(?<!\\)%/g, '\\%');

/** Changes whenever the same TeX may be typeset differently. */
export const mathVersion = `katex-${katex.version}-4-${JSON.stringify([katexOptions(false), maxFormulaLength])}`;
