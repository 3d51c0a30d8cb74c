import type { PhrasingBuilder } from './phrasing-builder.ts';
import { bareEnvironment, readBareEnvironment } from './read-environment.ts';
import { groupAt, maxDepth, type Reading } from './reading.ts';
import { characterOf } from './unicode-codes.ts';

/** Codes of dashes, quotation marks and the ellipsis, where damage left no more of `$\unicode{x2013}$`. */
const bareCode = String.raw`(?<=[A-Za-z\u00c0-\u024f)\]%"'”’.,] ?)x20(?:1[0-5]|1[89cCdD]|26)(?!\d)`;
/** What damage leaves of `\textcolor{red}{words}`; authors' own colours are mostly named after what they are like. */
const bareColour = String.raw`\b(?:my|soft|dark|light|deep)?(?:red|green|blue|cyan|magenta|orange|purple|violet|teal|brown|pink|gray|grey)(?=\{)`;

/** The source of a regular expression for what damage leaves of commands, in running text. */
export const remains = `${bareEnvironment}|${bareCode}|${bareColour}`;

const code = new RegExp(bareCode, 'y');
const colour = new RegExp(bareColour, 'y');

/** Reads what damage left of a command; null where it is something else. */
export function readRemains(
  reading: Reading,
  at: number,
  to: number,
  depth: number,
  out: PhrasingBuilder,
): number | null {
  code.lastIndex = colour.lastIndex = at;
  const left = code.exec(reading.text)?.[0];
  if (left !== undefined) {
    out.text(characterOf(left)!);
    return at + left.length;
  }
  const name = colour.exec(reading.text)?.[0];
  const coloured = name === undefined ? null : groupAt(reading, at + name.length, to);
  if (!coloured || depth >= maxDepth) return readBareEnvironment(reading, at, to, out);
  out.push(...reading.inline(coloured.from, coloured.to, depth + 1, true));
  return coloured.to + 1;
}
