/** One repeated element of an XML feed, still as text. */
export interface XmlEntry {
  /** The line on which it begins, from 1. */
  line: number;
  text: string;
  /** False when its end tag is missing. */
  isWhole: boolean;
}

/** An XML feed cut into its entries and the text around them. */
export interface XmlFeed {
  frame: string;
  entries: XmlEntry[];
}

/**
 * The name of the root element in lower case, without namespace prefix; null where there is none. Declarations,
 * comments and the document type are skipped.
 */
export function rootName(text: string): string | null {
  return /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/.exec(text.slice(0, 2 ** 16))?.[1]?.toLowerCase() ?? null;
}

/**
 * Cuts a feed at the tags of its entries, so that a damaged entry costs only itself. The document type is in the
 * frame, and the entities that it may declare (as in an entity bomb) do not exist for the entries.
 */
export function xmlEntries(text: string, name: 'entry' | 'item'): XmlFeed {
  const tag = new RegExp(`<(/?)(?:[\\w.-]+:)?${name}(?=[\\s>])[^<>]*>`, 'g');
  const frame: string[] = [];
  const entries: XmlEntry[] = [];
  let start: number | null = null;
  let outside = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (index: number) => {
    for (let end = text.indexOf('\n', counted); end >= 0 && end < index; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    return line;
  };
  const close = (end: number, isWhole: boolean) => {
    if (start === null) return;
    entries.push({ line: lineAt(start), text: text.slice(start, end), isWhole });
    outside = end;
    start = null;
  };
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    if (match[1] === '/') close(match.index + match[0].length, true);
    else {
      close(match.index, false);
      frame.push(text.slice(outside, match.index));
      start = match.index;
    }
  }
  if (start === null) frame.push(text.slice(outside));
  close(text.length, false);
  return { frame: frame.join(''), entries };
}
