import { completeSighting } from '#sightings/complete-sighting.ts';
import type { Sighting } from '#sightings/schema.ts';

const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'pra', 'ste', 'tri', 'vo', 'zu'];

/** An invented abstract of 60 different words, of which none is in that of another seed. */
export function abstractOf(seed: number): string {
  const words = Array.from({ length: 60 }, (_, index) =>
    [...String(seed * 100 + index)].map((digit) => syllables[Number(digit)]).join(''),
  );
  return `${words.join(' ')}.`;
}

let line = 0;

/** A sighting with the given fields, in a place of its own. */
export function sightingOf(fields: Partial<Sighting>): Sighting {
  line += 1;
  const known = {
    feed: 'a.txt',
    line,
    position: line,
    date: '2025-03-11',
    format: 'blocks',
    tex: 'damaged',
  } as const;
  return completeSighting({ ...known, title: 'Lazy Walkers', abstract: abstractOf(1), ...fields }, () => {});
}
