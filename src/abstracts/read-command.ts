import { readAccent } from './accents.ts';
import type { PhrasingBuilder } from './phrasing-builder.ts';
import { readEnvironment } from './read-environment.ts';
import { formulaNode } from './read-formula.ts';
import { readLinkCommand } from './read-link.ts';
import { readMathCommand } from './read-math-command.ts';
import { readStyled } from './read-styled.ts';
import { find, groupAt, maxDepth, survived, type Place, type Reading } from './reading.ts';
import { isLetterCommand, symbolOf } from './text-commands.ts';

const commandName = /\\([A-Za-z]+)\*?/y;

/**
 * Reads the command at `at`.
 *
 * @returns where it ends, with the arguments that are its own.
 */
export function readCommand(
  reading: Reading,
  at: number,
  to: number,
  depth: number,
  inGroup: boolean,
  out: PhrasingBuilder,
): number {
  const accent = readAccent(reading.text, at);
  if (accent && accent.end <= to) {
    out.text(accent.letter);
    return accent.end;
  }
  commandName.lastIndex = at;
  const match = commandName.exec(reading.text);
  if (!match || at + match[0].length > to) return readEscape(reading, at, to, out);
  const place = { name: match[1]!, at, end: at + match[0].length, to, depth, inGroup };
  return (
    readSymbol(reading, place, out) ??
    readLinkCommand(reading, place, out) ??
    readEnvironment(reading, place, out) ??
    readStyled(reading, place, out) ??
    readMathCommand(reading, place, out) ??
    readUnknown(reading, place, out)
  );
}

/** Damage takes the dollars of `\$5 to \$10`, and the second backslash. */
const priced = /\\\d(?!\))/y;

/** `\%`, `\\`, `\,` and other commands of one character, and math in `\(…\)` and `\[…\]`. */
function readEscape(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  if (at + 1 >= to) return at;
  const character = reading.text[at + 1]!;
  if (character === '(' || character === '[') {
    const close = find(reading, character === '(' ? '\\)' : '\\]', at + 2, to);
    const tex = close < 0 ? '' : reading.text.slice(at + 2, close);
    const node = tex && formulaNode(reading, tex, { ...survived, display: character === '[' });
    if (!node) return at;
    out.push(node);
    return close + 2;
  }
  if (character === '\\') {
    out.push({ type: 'break' });
    return at + 2;
  }
  priced.lastIndex = at;
  if (priced.test(reading.text)) {
    out.text('$');
    return at + 1;
  }
  if ('%&_#$~^{}\'"`'.includes(character)) out.text(character);
  else if (' ,;:\n'.includes(character)) out.text(' ');
  else if (!'!-/@'.includes(character)) return at;
  return at + 2;
}

function readSymbol(reading: Reading, { name, end }: Place, out: PhrasingBuilder): number | null {
  if (name === 'par' || name === 'newline') {
    out.push({ type: 'break' });
    return end;
  }
  const symbol = symbolOf(name);
  if (symbol === undefined) return null;
  out.text(symbol);
  if (reading.text.startsWith('{}', end)) return end + 2;
  if (!isLetterCommand(name)) return end;
  return /\p{L}/u.test(reading.text[end + 1] ?? '') && reading.text[end] === ' ' ? end + 1 : end;
}

/** A macro that only its authors know: its arguments, or else its name. */
function readUnknown(reading: Reading, { name, end, to, depth }: Place, out: PhrasingBuilder): number {
  const start = out.length;
  let at = end;
  for (let group = groupAt(reading, at, to); group && depth < maxDepth; group = groupAt(reading, at, to)) {
    out.push(...reading.inline(group.from, group.to, depth + 1, true));
    at = group.to + 1;
  }
  if (out.length === start) out.text(name);
  return at;
}
