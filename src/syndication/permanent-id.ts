import { createHash } from 'node:crypto';
import type { SiteConfig } from '#site/schema.ts';

/** The namespace of paper-digest's papers, chosen once at random. */
const namespace = Buffer.from('5a3c9e70c1f84b6e9d0b27a41e6f8d15', 'hex');

/**
 * The id of a paper in every feed: a name-based UUID (RFC 9562, version 5) of the paper's id and of nothing else, so
 * that a site may move to another host without all its papers becoming unread.
 */
export function paperUrn(id: string): string {
  const hash = createHash('sha1').update(namespace).update(id).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** The id of what belongs to one site, such as a feed or a day's digest: a tag URI (RFC 4151) of its path. */
export function siteTag({ url }: Pick<SiteConfig, 'url'>, path: string): string {
  return `tag:${new URL(url).hostname},2025:${path}`;
}
