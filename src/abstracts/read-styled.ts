import type { PhrasingContent } from 'mdast';
import { mdastText } from './mdast-text.ts';
import type { PhrasingBuilder } from './phrasing-builder.ts';
import { groupAt, maxDepth, type Place, type Reading } from './reading.ts';
import { skippedArguments, styleOf, type Style } from './text-commands.ts';

/** Commands that say how text looks, and declarations, which do so to the end of their group. */
export function readStyled(reading: Reading, place: Place, out: PhrasingBuilder): number | null {
  const { name, at, to, depth, inGroup } = place;
  const style = styleOf(name);
  if (!style) return null;
  const verbatim = /^\\(?:verb|lstinline)\*?([^A-Za-z\s*{])(.{1,200}?)\1/.exec(
    reading.text.slice(at, Math.min(to, at + 220)),
  );
  if (verbatim) {
    out.push({ type: 'inlineCode', value: verbatim[2]! });
    return at + verbatim[0].length;
  }
  let end = afterOptions(reading, place.end, to);
  for (let skipped = skippedArguments(name); skipped > 0; skipped--) {
    end = (groupAt(reading, end, to)?.to ?? end - 1) + 1;
  }
  const blank = /\s/.test(reading.text[end] ?? '') ? 1 : 0;
  const group = groupAt(reading, end + blank, to) ?? groupAt(reading, end, to);
  if (depth >= maxDepth) return place.end;
  if (group) {
    pushStyled(reading, style, reading.inline(group.from, group.to, depth + 1, true), out);
    return group.to + 1;
  }
  const isDeclaration =
    inGroup && (style === 'emphasis' || style === 'strong' || style === 'code' || style === 'plain');
  if (!isDeclaration) return end + blank;
  pushStyled(reading, style, reading.inline(end + blank, to, depth + 1, true), out);
  return to;
}

/** Behind `[…]`, the optional arguments. */
function afterOptions(reading: Reading, at: number, to: number): number {
  const options = /^(?:\[[^[\]{}]{0,100}\]){1,2}(?=\{)/.exec(reading.text.slice(at, Math.min(to, at + 210)));
  return at + (options?.[0].length ?? 0);
}

function pushStyled(reading: Reading, style: Style, children: PhrasingContent[], out: PhrasingBuilder): void {
  if (children.length === 0 || style === 'nothing') return;
  if (style === 'plain') out.push(...children);
  else if (style === 'code') out.push({ type: 'inlineCode', value: mdastText(children, reading.formulas) });
  else if (style === 'emphasis' || style === 'strong') out.push({ type: style, children });
  else if (style === 'sup' || style === 'sub')
    out.push({ type: 'emphasis', data: { hName: style }, children });
  else {
    const [open, close] = style === 'aside' ? ['(', ')'] : ['[', ']'];
    out.text(out.isOpen ? open : ` ${open}`);
    out.push(...children);
    out.text(close);
  }
}
