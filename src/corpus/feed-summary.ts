import type { ReadFeed } from '#sightings/schema.ts';
import type { FeedSummary } from './corpus.ts';

/** Counts a feed's lines by role and its sightings. */
export function summarizeFeed({ lineRoles, sightings, ...feed }: ReadFeed): FeedSummary {
  let roles: Record<string, number> | null = null;
  if (lineRoles !== null) {
    roles = {};
    for (const role of lineRoles) roles[role] = (roles[role] ?? 0) + 1;
  }
  return { ...feed, lineRoles: roles, sightings: sightings.length };
}
