import type { Literal, PhrasingContent } from 'mdast';
import type { RestoredText } from '#restore/schema.ts';

export type { RestoredText };

/** A title or an abstract as HTML. */
export interface Rendered {
  html: string;
  /** The CSS declarations that the formulas need, for `math.css`. */
  styles: string[];
  /** Whether KaTeX's style sheet is needed. */
  hasMath: boolean;
  /** How many formulas were reconstructed; a page says so once, if any. */
  reconstructed: number;
  /** How many of these lost a command name for good in the feed, so that they are the likeliest reading only. */
  lossy: number;
  /** What could not be shown as the authors wrote it, and what was done instead. */
  messages: string[];
}

/** An mdast node: one formula that KaTeX takes. */
export interface FormulaNode extends Literal {
  type: 'formula';
  value: string;
  display: boolean;
  reconstructed: boolean;
  lossy: boolean;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    formula: FormulaNode;
  }
  interface RootContentMap {
    formula: FormulaNode;
  }
}

/** A text as mdast: paragraphs of phrasing content, and what there is to say about it. */
export interface ReadText {
  paragraphs: PhrasingContent[][];
  messages: string[];
}
