import { thirdPartyNotices } from '#site/third-party-notices.ts';

const licenses = import.meta.glob<string>(
  ['/node_modules/@fontsource-variable/source-serif-4/LICENSE', '/node_modules/katex/LICENSE'],
  { query: '?raw', import: 'default', eager: true },
);

const licenseOf = (name: string): string => licenses[`/node_modules/${name}/LICENSE`]!;

/** The licences of what the site carries of others: they ask to come along with it. */
export const GET = (): Response =>
  new Response(thirdPartyNotices(licenseOf('@fontsource-variable/source-serif-4'), licenseOf('katex')));
