import type { FeedFormat } from '#sightings/schema.ts';
import { withoutComments } from '#sightings/without-comments.ts';

/**
 * How many records a feed of an API holds, counted without its reader: elements of the list (of the longest one of an
 * object), JSON lines, or elements `entry` of Atom and `item` of RSS. Null when the text is no whole JSON.
 */
export function countRecords(text: string, format: FeedFormat | null): number | null {
  const start = text.trimStart();
  if (start === '') return 0;
  return start.startsWith('<')
    ? countElements(text, format === 'arxiv-rss' ? 'item' : 'entry')
    : countJson(text);
}

function countElements(text: string, name: string): number {
  const [first, ...sections] = withoutComments(text).split('<![CDATA[');
  const bare = [first, ...sections.map((section) => section.slice(section.indexOf(']]>') + 1))].join(' ');
  return bare.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s>])[^<>]*>`, 'g'))?.length ?? 0;
}

function countJson(text: string): number | null {
  // White space that JSON does not know, and readers pass over.
  const whole = parsed(text.replace(/[\u00a0\u2028\u2029\ufeff]/g, ' '));
  if (Array.isArray(whole)) return whole.length;
  if (typeof whole === 'object' && whole !== null) {
    const lists = Object.values(whole).filter(Array.isArray);
    const isRecord = 'paper' in whole || 'title' in whole;
    if (isRecord) return 1;
    return 'error' in whole && lists.length === 0 ? 0 : Math.max(0, ...lists.map((list) => list.length));
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.some((line) => line.startsWith('{') && typeof parsed(line) === 'object');
  return isLines && lines.length > 1 ? lines.length : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
