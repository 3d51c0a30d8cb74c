import { damage } from './damage.ts';
import { mathRegions } from './math-regions.ts';
import { renders } from './renders.ts';

/** One formula of a restored text. */
export interface Formula {
  /** UTF-16 range in the restored text, delimiters included. */
  start: number;
  end: number;
  /** What stands between the delimiters. */
  tex: string;
  /** Probability, from 0 to 1, that authors wrote this formula here; 1 for TeX that survived. */
  confidence: number;
  /** Whether damaging this TeX loses a command name for good, so that the text alone could not tell it. */
  lossy: boolean;
  /** False when the TeX survived in the source. */
  reconstructed: boolean;
}

export interface Restored {
  text: string;
  formulas: Formula[];
}

/** Changes whenever the weights or the code of this room may give another result. */
export const restoreVersion: string = 'rules-1';

const plainFormula =
  /(?<![\w$\\^_{}])(?:[A-Za-z](?:[\^_](?:[A-Za-z0-9]|\{[A-Za-z0-9+-]{1,8}\}))+|[OΘΩ]\((?:[nmkdTKNL]|[nmkdTKNL]\^[0-9])\))(?![\w$\\^_{}(])/g;

/**
 * Finds the mathematics of a damaged abstract or title and writes it as `$…$`.
 *
 * `damage(restore(text).text)` is `text` for every text that `damage` leaves alone; all others are texts in
 * which TeX survived, and come back as they are, with the formulas in them.
 */
export function restore(text: string, _options: { title?: string } = {}): Restored {
  if (damage(text) !== text || text.includes('$')) return { text, formulas: formulasOf(text) };
  const formulas: Formula[] = [];
  let restored = '';
  let taken = 0;
  for (const match of text.matchAll(plainFormula)) {
    const tex = match[0];
    if (!renders(tex)) continue;
    restored += text.slice(taken, match.index);
    const start = restored.length;
    restored += `$${tex}$`;
    taken = match.index + tex.length;
    formulas.push({ start, end: restored.length, tex, confidence: 0.9, lossy: false, reconstructed: true });
  }
  restored += text.slice(taken);
  if (damage(restored) !== text) return { text, formulas: [] };
  return { text: restored, formulas };
}

/** The formulas of a text whose TeX is undamaged: all that stands between math delimiters. */
export function formulasOf(text: string): Formula[] {
  return mathRegions(text).map(({ start, end, innerStart, innerEnd }) => ({
    start,
    end,
    tex: text.slice(innerStart, innerEnd),
    confidence: 1,
    lossy: false,
    reconstructed: false,
  }));
}
