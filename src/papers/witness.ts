import type { Sighting } from '#sightings/schema.ts';
import { abstractShingles, fingerprint, type Fingerprint } from './fingerprint.ts';

/** A sighting with what it says about identity, computed once. `index` is its place in canonical order. */
export interface Witness {
  index: number;
  sighting: Sighting;
  print: Fingerprint;
}

/** The witnesses of sightings in canonical order. */
export function toWitnesses(sightings: readonly Sighting[]): Witness[] {
  return sightings.map((sighting, index) => ({ index, sighting, print: fingerprint(sighting) }));
}

/** The shingles of the abstracts of witnesses, each computed when first asked for. */
export class ShingleCache {
  readonly #sets = new Map<number, Uint32Array>();

  of({ index, sighting }: Witness): Uint32Array {
    const known = this.#sets.get(index);
    if (known !== undefined) return known;
    const set = abstractShingles(sighting.abstract);
    this.#sets.set(index, set);
    return set;
  }
}
