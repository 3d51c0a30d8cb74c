import type { Message, Result } from '#diagnostics/message.ts';
import type { Sighting } from '#sightings/schema.ts';
import { assignAddresses, type Address } from './addresses.ts';
import { byCodeUnits, canonicalSightings } from './canonical-order.ts';
import { identityMessages, mergeMessages } from './conflicts.ts';
import { identify } from './identity.ts';
import { mergeFields } from './merge-fields.ts';
import type { Paper } from './schema.ts';
import { toWitnesses } from './witness.ts';

/**
 * Merges sightings into papers, sorted by id. The result depends on the set of sightings only: neither their order
 * nor a sighting given twice changes it.
 */
export function mergeSightings(sightings: readonly Sighting[]): Result<Paper[]> {
  const identities = identify(toWitnesses(canonicalSightings(sightings)));
  const addresses = assignAddresses(identities.papers);
  const messages: Message[] = identityMessages(identities);
  const papers = identities.papers.map((witnesses, index): Paper => {
    const fields = mergeFields(witnesses.map(({ sighting }) => sighting));
    messages.push(...mergeMessages(witnesses, fields));
    return { ...(addresses[index] as Address), ...fields };
  });
  return { value: papers.sort((a, b) => byCodeUnits(a.id, b.id)), messages };
}
