import { damage } from './damage.ts';
import { formulasOf } from './formulas-of.ts';
import { reconstruct } from './reconstruct.ts';
import type { Formula, RestoredText } from './schema.ts';
import { weightsVersion } from './weights/version.ts';

/** Changes whenever the weights or the code of this room may give another result. */
export const restoreVersion: string = `10-${weightsVersion}`;

const lostCommand = /\\[a-zA-Z]+\{[^}]*\}/;

/**
 * Finds the mathematics of a damaged abstract or title and writes it as `$…$`.
 *
 * `damage(restore(text).text)` is `text` for every text that `damage` leaves alone; all others are texts in
 * which TeX survived, and come back as they are, with the formulas in them. `title` is the companion text
 * whose symbols count as evidence: the title of an abstract, the abstract of a title.
 */
export function restore(text: string, options: { title?: string } = {}): RestoredText {
  const survived = formulasOf(text);
  if (damage(text) !== text) return { text, formulas: survived };
  const dollar = text.indexOf('$');
  const proposed = reconstruct(text, options.title, dollar < 0 ? text.length : dollar).map((formula) => ({
    ...formula,
    lossy: lostCommand.test(`$${formula.tex}$`),
    reconstructed: true,
  }));
  const restored = write(text, survived, proposed);
  return damage(restored.text) === text ? restored : { text, formulas: survived };
}

/** Puts the proposed formulas into the text, between those that survived. */
function write(text: string, survived: readonly Formula[], proposed: readonly Formula[]): RestoredText {
  const formulas: Formula[] = [];
  let written = '';
  let taken = 0;
  let next = 0;
  const copySurvived = (before: number): void => {
    for (; next < survived.length && survived[next]!.end <= before; next++) {
      const formula = survived[next]!;
      const shift = written.length - taken;
      formulas.push({ ...formula, start: formula.start + shift, end: formula.end + shift });
    }
  };
  for (const formula of proposed) {
    copySurvived(formula.start);
    const following = survived[next];
    if (following && following.start < formula.end) continue;
    written += text.slice(taken, formula.start);
    const start = written.length;
    written += `$${formula.tex}$`;
    formulas.push({ ...formula, start, end: written.length });
    taken = formula.end;
  }
  copySurvived(text.length);
  return { text: written + text.slice(taken), formulas };
}
