import type { Link } from '#sightings/schema.ts';

/** What stands where a web address may start: its end, and the address to open, null when it is none. */
export interface FoundUrl {
  end: number;
  url: string | null;
}

const hosts = 'github\\.com|gitlab\\.com|huggingface\\.co|bitbucket\\.org|[a-z0-9-]{1,60}\\.github\\.io';
const candidate = new RegExp(
  `(?:https?://|www\\.|(?:${hosts})/)(?:\\\\[_%#&~]|[^\\s<>{}\\\\"\`|^$\\u007f-\\uffff]){1,2000}`,
  'iy',
);

/** The source of a regular expression for what starts a web address, where `readUrl` may be called. */
export const urlStart = `https?://|(?<![\\w@./-])(?:www\\.(?=[a-z0-9])|(?:${hosts})/)`;

/** Whether a text may hold a web address; quicker than looking for one. */
export const mayHoldUrl = (text: string): boolean =>
  /:\/\/|www\.|git(?:hub|lab)\.|huggingface\.co|bitbucket\.org/i.test(text);

/** Reads the web address at `at` and before `to`, without the punctuation of the sentence around it. */
export function readUrl(text: string, at: number, to: number): FoundUrl {
  candidate.lastIndex = at;
  const source = trimmed(candidate.exec(text.slice(0, to))?.[0] ?? '');
  return { end: at + source.length, url: source === '' ? null : openable(source) };
}

/** The address without trailing punctuation and without brackets that were opened before it. */
function trimmed(source: string): string {
  const surplus = { ')': surplusOf(source, '(', ')'), ']': surplusOf(source, '[', ']') };
  let end = source.length;
  for (; end > 0; end--) {
    const last = source[end - 1]!;
    if ('.,;:!?\'"*'.includes(last)) continue;
    if ((last !== ')' && last !== ']') || surplus[last]-- <= 0) break;
  }
  return source.slice(0, end);
}

function surplusOf(source: string, open: string, close: string): number {
  return source.split(close).length - source.split(open).length;
}

/** An address without TeX's escapes. */
export function unescapeUrl(source: string): string {
  return source.replace(/\\([_%#&~{}])/g, '$1');
}

/** The http(s) address that `source` means, TeX escapes undone; null for any other scheme and for nonsense. */
export function openable(source: string): string | null {
  const bare = unescapeUrl(source).trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.hostname.includes('.') && url.username === '' ? url.href : null;
}

const kinds: readonly (readonly [Link['kind'], RegExp])[] = [
  [
    'data',
    /^(?:huggingface\.co\/datasets\/|(?:www\.)?kaggle\.com\/datasets|zenodo\.org|figshare\.com|osf\.io)/,
  ],
  [
    'code',
    /^(?:(?:www\.)?(?:github|gitlab)\.com|huggingface\.co|bitbucket\.org|codeberg\.org|anonymous\.4open\.science)\//,
  ],
  ['project', /^(?:[^/]+\.(?:github|gitlab)\.io|[^/]+\.(?:netlify|vercel)\.app|sites\.google\.com)(?:\/|$)/],
];

/** What a link leads to, by its host. */
export function kindOf(url: string): Link['kind'] {
  const address = url.replace(/^https?:\/\/(?:www\.)?/, '');
  return kinds.find(([, pattern]) => pattern.test(address))?.[0] ?? 'other';
}
