import { createHash } from 'node:crypto';
import type { SiteConfig } from '#site/schema.ts';

/** The namespaces of paper-digest's papers, of its digests and of its feeds, chosen once at random. */
const papers = Buffer.from('5a3c9e70c1f84b6e9d0b27a41e6f8d15', 'hex');
const digests = Buffer.from('c81d4be2937a4f0a8e5560d72b19fa63', 'hex');
const feeds = Buffer.from('2f61d7083ebc4a9597d41c6aa05be812', 'hex');

/**
 * The id of a paper in every feed: a name-based UUID (RFC 9562, version 5) of the paper's id and of nothing else, so
 * that a site may move to another host without all its papers becoming unread.
 */
export const paperUrn = (id: string): string => nameBasedUrn(papers, id);

/** What a site's own ids are made of. */
type SiteIdentity = Pick<SiteConfig, 'id' | 'title'>;

/** The id of a day's digest in every feed, likewise: of the day and of the id of its site. */
export const digestUrn = (site: SiteIdentity, date: string): string =>
  nameBasedUrn(digests, `${date} ${site.id ?? site.title}`);

/** The id of a feed: of the id of its site and of the path below the site's base that it stands at. */
export const feedUrn = (site: SiteIdentity, path: string): string =>
  nameBasedUrn(feeds, `${path} ${site.id ?? site.title}`);

function nameBasedUrn(namespace: Uint8Array, name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
