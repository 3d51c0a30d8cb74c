import type { Corpus } from '#corpus/corpus.ts';
import type { AuthorRecord } from '#corpus/schema.ts';
import { createUrls } from '#site/urls.ts';
import { hasFeeds } from '#syndication/outgoing-feeds.ts';
import { cardList } from './card-list.ts';
import { cardOf } from './card-of.ts';
import { haveMath } from './digest-days.ts';
import { factsLine } from './facts-line.ts';
import { formatCount } from './format.ts';
import { html, join } from './html.ts';
import { pageHead } from './page-head.ts';

const formatNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** The tags in the head of an author's page. */
export function authorHead(corpus: Corpus, author: AuthorRecord): string {
  const { slug, name, entries } = author;
  const urls = createUrls(corpus.site);
  return pageHead(
    {
      title: name,
      description: `${formatCount(entries.length, 'paper')} by ${name}, the newest first.`,
      path: urls.author(slug),
      type: 'profile',
      feeds: hasFeeds(author, corpus.site) ? [{ title: name, below: urls.author(slug) }] : [],
      hasMath: haveMath(corpus, entries),
    },
    corpus.site,
    urls,
  ).text;
}

/** The main part of an author's page: all papers that name this author, newest first. */
export function authorMain(corpus: Corpus, author: AuthorRecord): string {
  const { slug, name, entries } = author;
  const urls = createUrls(corpus.site);
  const feeds = (['rss', 'atom', 'json'] as const).map(
    (format) => html`<a href="${urls.syndication(format, urls.author(slug))}">${formatNames[format]}</a>`,
  );
  const follow = hasFeeds(author, corpus.site) && html`<span>follow by ${join(feeds, ', ')}</span>`;
  const facts = [html`<span>${formatCount(entries.length, 'paper')}</span>`, follow];
  const cards = entries.map((id) => cardOf(corpus, id));
  return html`<div class="reading-column">
    <header class="page-header">
      <h1>${name}</h1>
      ${factsLine(facts)}
    </header>
    ${cardList(cards, urls, () => ({ heading: 2 }))}
    <p class="note">
      Papers are grouped by the name as it is written: accents, case and punctuation aside, another spelling
      is another page.
    </p>
  </div>`.text;
}
