import type { Message, Result } from '#diagnostics/message.ts';
import type { Sighting } from '#sightings/schema.ts';
import { assignAddresses } from './addresses.ts';
import { byCodeUnits, canonicalSightings } from './canonical-order.ts';
import { identify } from './identity.ts';
import { mergeFields } from './merge-fields.ts';
import type { Paper } from './schema.ts';

/**
 * Merges sightings into papers, sorted by id. The result depends on the set of sightings only: neither their order
 * nor a sighting given twice changes it.
 */
export function mergeSightings(sightings: readonly Sighting[]): Result<Paper[]> {
  const sorted = canonicalSightings(sightings);
  const messages: Message[] = [];
  const { groups } = identify(sorted);
  const grouped = groups.map((group) => group.map((index) => sorted[index] as Sighting));
  const addresses = assignAddresses(grouped);
  const papers = grouped.map((group, index) => ({
    ...(addresses[index] as (typeof addresses)[0]),
    ...mergeFields(group),
  }));
  return { value: papers.sort((a, b) => byCodeUnits(a.id, b.id)), messages };
}
