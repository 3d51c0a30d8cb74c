import { createHash } from 'node:crypto';
import type { SiteConfig } from '#site/schema.ts';

/** The namespaces of paper-digest's papers and of its digests, chosen once at random. */
const papers = Buffer.from('5a3c9e70c1f84b6e9d0b27a41e6f8d15', 'hex');
const digests = Buffer.from('c81d4be2937a4f0a8e5560d72b19fa63', 'hex');

/**
 * The id of a paper in every feed: a name-based UUID (RFC 9562, version 5) of the paper's id and of nothing else, so
 * that a site may move to another host without all its papers becoming unread.
 */
export const paperUrn = (id: string): string => nameBasedUrn(papers, id);

/** The id of a day's digest in every feed, likewise: of the day and of what its site is called. */
export const digestUrn = ({ title }: Pick<SiteConfig, 'title'>, date: string): string =>
  nameBasedUrn(digests, `${date} ${title}`);

function nameBasedUrn(namespace: Uint8Array, name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

/** The id of what belongs to one site, such as a feed: a tag URI (RFC 4151) of its path. */
export function siteTag({ url }: Pick<SiteConfig, 'url'>, path: string): string {
  return `tag:${new URL(url).hostname},2025:${path}`;
}
