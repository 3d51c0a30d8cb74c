import { mathRegions } from './math-regions.ts';
import type { Formula } from './schema.ts';

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
