import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { rankingRule } from '#trends/top-recent.ts';
import { haveMath } from './digest-days.ts';
import { formatCount, formatDate, formatMonth, formatAny, formatWeek } from './format.ts';
import { html, type Markup } from './html.ts';
import { topRail } from './list-rails.ts';
import { laterCards } from './month-sections.ts';
import { pageHead } from './page-head.ts';
import type { StampedPage } from './stamped-page.ts';
import { papersOfPeriod, topsBy, type TopList } from './top-papers.ts';

const formatPeriod = { day: formatDate, week: formatWeek, month: formatMonth } as const;

/** What a period is called. */
export const periodName = ({ period, key }: TopList): string => formatPeriod[period](key);

/** The cards of a ranked list, with what their papers were ranked by. */
export function rankedCards(corpus: Corpus, { ranked, period }: TopList, heading: 2 | 3): Markup {
  return laterCards(
    corpus,
    ranked.map(({ id }) => id),
    (index) => ({
      number: index + 1,
      heading,
      showDate: period !== 'day',
      fact: counted(ranked[index]!),
    }),
  );
}

function counted({ upvotes, comments }: TopList['ranked'][number]): string | undefined {
  const counts = [formatAny(upvotes, 'upvote'), formatAny(comments, 'comment')].filter(
    (part) => part !== undefined,
  );
  return counts.length > 0 ? counts.join(', ') : undefined;
}

/** The pages of the top papers of each day, week and month, one at a time. */
export function* topPages(corpus: Corpus): Generator<StampedPage> {
  for (const period of ['day', 'week', 'month'] as const)
    for (const list of topsBy(corpus, period, papersOfPeriod)) yield topPage(corpus, list);
}

function topPage(corpus: Corpus, list: TopList): StampedPage {
  const { site } = corpus;
  const { key, period, ranked, papers } = list;
  const urls = createUrls(site);
  const [title, path] = [`Top papers of ${periodName(list)}`, urls.top(key)];
  const hasMath = haveMath(
    corpus,
    ranked.map(({ id }) => id),
  );
  const head = { title, description: `${title}: ${rankingRule}`, path, hasMath };
  const all = { day: urls.date, week: urls.week, month: urls.month }[period](key);
  const main = html`<div class="columns">
    <div>
      <header class="page-header">
        <h1>${title}</h1>
        <p class="meta">${rankingRule}</p>
      </header>
      ${rankedCards(corpus, list, 2)}
      <p class="meta">
        ${ranked.length < papers && `The first ${ranked.length} of `}${formatCount(papers, 'new paper')}.
        <a href="${all}">All of them, in the order of the feeds</a>
      </p>
    </div>
    ${topRail(corpus, list)}
  </div>`;
  return { room: 'top', path, head: pageHead(head, site, urls).text, main: main.text };
}
