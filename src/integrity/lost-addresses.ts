import type { Finding } from './schema.ts';

/**
 * Which addresses of an earlier build lead nowhere. Both lists hold paths below the site's base, such as
 * `papers/attention-is-all-you-need/`.
 */
export function lostAddresses(earlier: Iterable<string>, present: ReadonlySet<string>): Finding[] {
  return [...earlier]
    .filter((address) => !present.has(address))
    .map((address) => ({
      rule: 'address-lost',
      place: address,
      line: null,
      text: address.startsWith('topics/')
        ? 'The previous build had a topic here, and feeds that readers may have subscribed to; this one has nothing. ' +
          'Say in former-topics.yaml which topic or page took its place (null: none did).'
        : 'The previous build had a paper here, this one has nothing. Was its feed removed or edited? ' +
          'Put it back, or say in former-papers.yaml which paper or page took its place (null: none did).',
    }));
}
