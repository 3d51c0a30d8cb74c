import type { PhrasingBuilder } from './phrasing-builder.ts';
import { pushLink, textOf } from './read-link.ts';
import { maxDepth, type Reading } from './reading.ts';
import { openable } from './urls.ts';

/** The source of a regular expression for where the Markdown begins that some authors write: emphasis and links. */
export const markdownStart = String.raw`(?<![\w*\\^])\*{1,2}(?=[^\s*,.;:!?)\]}-])|\[(?=[^[\]]{1,150}\]\()`;

/** A star closes what the next one to the left opened; a formula that it may stand in is not parted. */
const emphasised =
  /(\*\*)(?=[^*]{1,200}\*\*)([^*]*[^\s*])\*\*(?!\*)|(\*)(?=[^*]{1,200}\*)([\p{L}\p{N}"'“(][^*$\\]*[\p{L}\p{N}.!?)"'”])\*(?![\p{L}\p{N}*])/uy;
const link = /\[([^[\]]+)\]\(((?:https?:\/\/|(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/)]))[^\s()<>]*)\)/iy;

/** Reads `**strong**`, `*emphasis*` and `[label](address)` at `at`; `at` where it is something else. */
export function readMarkdown(
  reading: Reading,
  at: number,
  to: number,
  depth: number,
  out: PhrasingBuilder,
): number {
  if (depth >= maxDepth) return at;
  return reading.text[at] === '['
    ? readLink(reading, at, to, out)
    : readEmphasis(reading, at, to, depth, out);
}

function readEmphasis(reading: Reading, at: number, to: number, depth: number, out: PhrasingBuilder): number {
  emphasised.lastIndex = at;
  const [whole = '', double, strong, , emphasis] = emphasised.exec(reading.text) ?? [];
  const content = strong ?? emphasis;
  const end = at + whole.length;
  if (content === undefined || end > to || !isWhole(content)) return at;
  const width = (double ?? '*').length;
  const children = reading.inline(at + width, end - width, depth + 1, true);
  out.push({ type: double === undefined ? 'emphasis' : 'strong', children });
  return end;
}

/** Whether no paragraph ends in it, and no formula or group reaches over its ends. */
function isWhole(content: string): boolean {
  return (
    !/\n\s*\n/.test(content) &&
    content.split('$').length % 2 === 1 &&
    content.split('{').length === content.split('}').length
  );
}

function readLink(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  link.lastIndex = at;
  const [whole = '', label = '', address = ''] = link.exec(reading.text) ?? [];
  const url = whole === '' || at + whole.length > to ? null : openable(address);
  if (url === null) return at;
  pushLink(url, [textOf(label)], out);
  return at + whole.length;
}
