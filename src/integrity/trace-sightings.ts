import type { Appearance } from '#papers/schema.ts';
import type { Sighting } from '#sightings/schema.ts';
import type { Finding } from './schema.ts';

/** What a published paper says of where it was seen. */
export interface PublishedPaper {
  slug: string;
  sightings: readonly Appearance[];
}

/**
 * Proves that sightings and the appearances of published papers are the same, one to one: nothing that a feed holds
 * is missing from the site, nothing stands there twice, and nothing that no feed holds.
 */
export function traceSightings(sightings: readonly Sighting[], papers: readonly PublishedPaper[]): Finding[] {
  const findings: Finding[] = [];
  const owner = new Map<string, string>();
  for (const { slug, sightings: appearances } of papers)
    for (const appearance of appearances) {
      const key = sightingKey(appearance);
      const other = owner.get(key);
      if (other !== undefined)
        findings.push({
          rule: 'sighting-twice',
          place: appearance.feed,
          line: appearance.line,
          text: `This entry stands in two papers of the site, ${other} and ${slug}.`,
        });
      owner.set(key, slug);
    }
  for (const sighting of sightings)
    if (!owner.delete(sightingKey(sighting)))
      findings.push({
        rule: 'sighting-lost',
        place: sighting.feed,
        line: sighting.line,
        text: `“${sighting.title.slice(0, 80).toWellFormed()}” is in no paper of the site. If the feed changed since, build again.`,
      });
  for (const [key, slug] of owner) {
    const [feed, line] = JSON.parse(key) as [string, number];
    findings.push({
      rule: 'sighting-unknown',
      place: feed,
      line,
      text: `The site has the paper ${slug} from here, but the content holds no such entry. If the feed changed since, build again.`,
    });
  }
  return findings;
}

/** What tells a sighting from every other. */
export const sightingKey = ({ feed, line, position, date }: Appearance): string =>
  JSON.stringify([feed, line, position, date]);
