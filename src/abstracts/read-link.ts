import type { PhrasingContent } from 'mdast';
import type { PhrasingBuilder } from './phrasing-builder.ts';
import { groupAt, maxDepth, type Place, type Reading } from './reading.ts';
import { openable, readUrl, unescapeUrl } from './urls.ts';
import { withoutLinks } from './without-links.ts';

/** Reads `\href{U}{T}` and `\url{U}`; null for other commands. What no browser may open keeps its text only. */
export function readLinkCommand(
  reading: Reading,
  { name, end, to, depth }: Place,
  out: PhrasingBuilder,
): number | null {
  if (!/^(?:href|url|nolinkurl)$/.test(name)) return null;
  const address = groupAt(reading, end, to);
  if (!address) return null;
  const source = reading.text.slice(address.from, address.to);
  const label = name === 'href' ? groupAt(reading, address.to + 1, to) : null;
  pushLink(openable(source), labelOf(reading, label, depth) ?? [textOf(source)], out);
  return (label ?? address).to + 1;
}

/** Reads a web address; a group glued to it is its text, as damage leaves `\href{U}{T}`. */
export function readAddress(
  reading: Reading,
  at: number,
  to: number,
  depth: number,
  out: PhrasingBuilder,
): number {
  const { end, url } = readUrl(reading.text, at, to);
  const label = url === null ? null : groupAt(reading, end, to);
  pushLink(url, labelOf(reading, label, depth) ?? [textOf(reading.text.slice(at, end))], out);
  return label ? label.to + 1 : end;
}

/** Adds a link, or what it says where there is no address to open. */
export function pushLink(url: string | null, children: PhrasingContent[], out: PhrasingBuilder): void {
  if (url === null) out.push(...children);
  else out.push({ type: 'link', url, children });
}

/** An address, or what is said in its place, as text. */
export function textOf(address: string): PhrasingContent {
  return { type: 'text', value: unescapeUrl(address).trim() };
}

/** What a group says, links undone; null when it says nothing. */
function labelOf(
  reading: Reading,
  group: { from: number; to: number } | null,
  depth: number,
): PhrasingContent[] | null {
  if (!group || depth >= maxDepth) return null;
  const children = withoutLinks(reading.inline(group.from, group.to, depth + 1, true));
  return children.length > 0 ? children : null;
}
