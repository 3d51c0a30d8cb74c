/**
 * The abstract without what arXiv's RSS and Atom listings put before it (`arXiv:2405.13000v1 Announce Type: new
 * Abstract: …`), and without the HTML paragraph of older ones.
 */
export function stripAnnouncement(description: string): string {
  return description
    .replace(/^\s*arXiv:\S+\s+Announce Type:\s*\S+\s+(?:Abstract:\s*)?/, '')
    .replace(/^\s*<p>|<\/p>\s*$/g, '');
}

/** How a listing announces a paper: `new`, `cross`, `replace`, `replace-cross`; empty where it does not say. */
export function announceType(description: string): string {
  return /^\s*arXiv:\S+\s+Announce Type:\s*(\S+)/.exec(description)?.[1] ?? '';
}
