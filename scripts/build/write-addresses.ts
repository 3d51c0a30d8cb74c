import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a site lists the addresses of its papers, former ones included, for `digest check --previous`. */
export const addressesPath = 'data/addresses.txt';

/** Writes that list: a line a paper, such as `papers/attention-is-all-you-need/`, by code units. */
export function writeAddresses(out: string): void {
  const slugs = readdirSync(join(out, 'papers')).sort();
  writeFileSync(join(out, addressesPath), slugs.map((slug) => `papers/${slug}/\n`).join(''));
}
