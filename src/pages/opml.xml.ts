import { currentCorpus } from '#corpus/current.ts';
import { feedsOf } from '#syndication/feeds-of.ts';
import { opml } from '#syndication/opml.ts';

/** All feeds of the site in one list, for feed readers. */
export const GET = (): Response => {
  const corpus = currentCorpus();
  const channels = (kinds: readonly string[]) =>
    feedsOf(corpus).flatMap(({ kind, channel }) => (kinds.includes(kind) ? [channel] : []));
  const list = opml(corpus.site.title, [
    { title: 'All papers', channels: channels(['site', 'days', 'code']) },
    { title: 'Topics', channels: channels(['topic']) },
    ...(corpus.authors.length > 0 ? [{ title: 'Authors', channels: channels(['author']) }] : []),
  ]);
  return new Response(list, { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
};
