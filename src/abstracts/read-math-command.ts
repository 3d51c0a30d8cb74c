import type { PhrasingBuilder } from './phrasing-builder.ts';
import { plainMath } from './plain-math.ts';
import { formulaNode } from './read-formula.ts';
import { groupAt, survived, type Place, type Reading } from './reading.ts';

const scripts = /(?:[_^](?:\{[^{}$\\]{0,60}\}|\\[A-Za-z]+|[A-Za-z0-9]))+/y;
const maxArguments = 3;

/**
 * A command of mathematics outside of formulas, as some feeds have them (`\alpha-stable`, `O(\sqrt{n})`): a mere
 * symbol becomes its character, one with arguments or scripts a formula.
 *
 * @returns where it ends; null when KaTeX does not know it.
 */
export function readMathCommand(
  reading: Reading,
  { at, end, to }: Place,
  out: PhrasingBuilder,
): number | null {
  const ends = [end];
  for (let group = groupAt(reading, end, to); group && ends.length <= maxArguments;) {
    ends.push(group.to + 1);
    group = groupAt(reading, group.to + 1, to);
  }
  for (const last of ends.reverse()) {
    const scripted = Math.min(afterScripts(reading.text, last), to);
    const tex = reading.text.slice(at, scripted);
    if (tex.includes('$')) continue;
    const formula = reading.formulas.typeset(tex, false);
    if ('error' in formula) continue;
    const node = scripted === end ? null : formulaNode(reading, tex, survived);
    if (node) out.push(node);
    else out.text(plainMath(formula.html));
    return scripted;
  }
  return null;
}

function afterScripts(text: string, at: number): number {
  scripts.lastIndex = at;
  return at + (scripts.exec(text)?.[0].length ?? 0);
}
