import type { Corpus } from '#corpus/corpus.ts';
import type { Digest } from '#corpus/schema.ts';
import { createUrls } from '#site/urls.ts';
import { digestList } from './card-list.ts';
import { digestItems } from './digest-days.ts';
import { fillLater } from './fill-later.ts';
import { raw, type Markup } from './html.ts';

/** Papers of a digest as cards, which are filled in later where pages are. */
export function laterDigest(corpus: Corpus, items: Digest['items'], heading: 2 | 3): Markup {
  const ids = items.map(({ id }) => id);
  const write = () => digestList(digestItems(corpus, items), createUrls(corpus.site), heading).text;
  return raw(fillLater(ids, [items, heading], write));
}
