import type { PhrasingBuilder } from './phrasing-builder.ts';
import { formulaNode } from './read-formula.ts';
import { find, groupAt, survived, type Place, type Reading } from './reading.ts';
import { isMathEnvironment } from './text-commands.ts';

/** Formulas in environments; of lists, the bullets. */
export function readEnvironment(
  reading: Reading,
  { name, at, end, to }: Place,
  out: PhrasingBuilder,
): number | null {
  if (name === 'item') {
    out.push({ type: 'break' });
    out.text('• ');
    return end;
  }
  if (name !== 'begin' && name !== 'end') return null;
  const group = groupAt(reading, end, to);
  if (!group) return end;
  const environment = reading.text.slice(group.from, group.to);
  if (name === 'begin' && isMathEnvironment(environment)) {
    const close = find(reading, `\\end{${environment}}`, group.to, to);
    const last = close + environment.length + '\\end{}'.length;
    const node =
      close < 0
        ? null
        : formulaNode(reading, displayTex(reading.text.slice(at, last)), { ...survived, display: true });
    if (node) {
      out.push(node);
      return last;
    }
  }
  return group.to + 1;
}

/** An environment in the words of KaTeX, which has no `eqnarray`, and without numbers. */
function displayTex(source: string): string {
  return source
    .replace(/^\\begin\{eqnarray\*?\}([\s\S]*)\\end\{eqnarray\*?\}$/, '\\begin{array}{rcl}$1\\end{array}')
    .replace(/\\(begin|end)\{(align|equation|gather|alignat)\}/g, '\\$1{$2*}')
    .replace(/\\(?:label\{[^{}]*\}|nonumber|notag)/g, '');
}
