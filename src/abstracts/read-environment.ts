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

/** The source of a regular expression for the name of an environment in running text, where damage left only that. */
export const bareEnvironment = String.raw`\b(?:align|alignat|equation|eqnarray|gather|multline)\*`;

const bareName = new RegExp(bareEnvironment, 'y');

/** Reads `align* … align*`, which is what damage leaves of a display; null when KaTeX does not take it for one. */
export function readBareEnvironment(
  reading: Reading,
  at: number,
  to: number,
  out: PhrasingBuilder,
): number | null {
  bareName.lastIndex = at;
  const name = bareName.exec(reading.text)?.[0];
  if (name === undefined) return null;
  const close = find(reading, name, at + name.length, to);
  const body = close < 0 ? '' : reading.text.slice(at + name.length, close);
  const tex = displayTex(
    `\\begin{${name}}${body.replace(/\barray\{([lcr|]+)\}(.*?)\barray\b/g, '\\begin{array}{$1}$2\\end{array}')}\\end{${name}}`,
  );
  const node = body && formulaNode(reading, tex, { display: true, reconstructed: true, lossy: false });
  if (node) out.push(node);
  else out.text(name);
  return node ? close + name.length : at + name.length;
}

/** An environment in the words of KaTeX, which has no `eqnarray`, and without numbers. */
function displayTex(source: string): string {
  return source
    .replace(/^\\begin\{eqnarray\*?\}([\s\S]*)\\end\{eqnarray\*?\}$/, '\\begin{array}{rcl}$1\\end{array}')
    .replace(/\\(begin|end)\{(align|equation|gather|alignat)\}/g, '\\$1{$2*}')
    .replace(/\\(?:label\{[^{}]*\}|nonumber|notag)/g, '');
}
