/**
 * The abstract without what arXiv's RSS and Atom listings put before it (`arXiv:2405.13000v1 Announce Type: new
 * Abstract: …`), or, in former listings, without their HTML.
 */
export function stripAnnouncement(description: string): string {
  const text = description.replace(/^\s*arXiv:\S+\s+Announce Type:\s*\S+\s+(?:Abstract:\s*)?/, '');
  return /^\s*<p>/.test(text) ? plainHtml(text) : text;
}

/** How a listing announces a paper: `new`, `cross`, `replace`, `replace-cross`; empty where it does not say. */
export function announceType(description: string): string {
  return /^\s*arXiv:\S+\s+Announce Type:\s*(\S+)/.exec(description)?.[1] ?? '';
}

/** The text of the little HTML in former listings: paragraphs, links, and escaped characters. */
export function plainHtml(html: string): string {
  return html
    .replace(/<\/?(?:a|p)(?:\s[^<>]*)?>/g, '')
    .replace(/&#(\d{1,7});/g, (_, code: string) => fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => fromCodePoint(parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function fromCodePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
