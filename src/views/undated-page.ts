import type { Corpus } from '#corpus/corpus.ts';
import type { Digest } from '#corpus/schema.ts';
import { digestPapersPerPage, itemCount, pageCount, pageOfLists } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { formatCount } from './format.ts';
import { html, type Markup } from './html.ts';
import { laterDigest } from './later-digest.ts';
import { pager } from './pager.ts';

/** The digests of feeds whose day is not known. */
export const undatedDigests = ({ digests }: Pick<Corpus, 'digests'>): Digest[] =>
  digests.filter(({ date }) => date === null);

/** The main part of a page of undated papers, a feed after the other. `page` counts from 1. */
export function undatedMain(corpus: Corpus, page: number): Markup {
  const urls = createUrls(corpus.site);
  const undated = undatedDigests(corpus);
  const papers = itemCount(undated);
  const areSeveral = undated.length > 1;
  const nameOf = (feed: string) => corpus.feeds.find((summary) => summary.feed === feed)?.label ?? feed;
  return html`<header class="page-header">
      <h1>Undated papers</h1>
      <div class="prose">
        <p>
          ${formatCount(undated.length, 'feed')} did not say of which day
          ${areSeveral ? 'they are' : 'it is'}: ${formatCount(papers, 'paper')}, in the feed’s own order. An
          entry in <code>feeds.yaml</code> gives a feed its date.
        </p>
      </div>
    </header>
    ${pageOfLists(undated, page, digestPapersPerPage).map(
      ({ feeds, items }) =>
        html`<section class="section">
          ${areSeveral && html`<h2>${nameOf(feeds[0]!)}</h2>`}${laterDigest(corpus, items, areSeveral ? 3 : 2)}
        </section>`,
    )}
    ${pager(page, pageCount(papers, digestPapersPerPage), urls.undated)}`;
}
