import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { compareWithYearBefore } from '#trends/changes.ts';
import { shareSpark } from '#trends/figure.ts';
import { html, raw, type Markup } from './html.ts';
import { monthlyCounts, topicShares } from './topic-trends.ts';

const maxTopics = 5;

/** The topics that rise most, for the rail of the front page; where one cannot tell yet, it says so. */
export function risingTopics(corpus: Corpus): Markup {
  const urls = createUrls(corpus.site);
  const counts = monthlyCounts(corpus);
  const { enough, rising } = compareWithYearBefore(counts);
  const names = new Map(corpus.taxonomy.topics.map(({ slug, name }) => [slug, name]));
  const note = !enough
    ? 'What rises can be told once the last three months, and the year before, have a hundred papers each.'
    : rising.length === 0 && 'No topic rises beyond chance.';
  return html`<section>
    <h2>${note === false ? 'Rising topics' : 'Trends'}</h2>
    ${note !== false && html`<p class="rail-note">${note}</p>`}
    <ul>
      ${rising.slice(0, maxTopics).map(
        ({ slug }) =>
          html`<li>
            <a href="${urls.topic(slug)}">${names.get(slug)}</a>
            <span class="rail-spark">${raw(shareSpark(names.get(slug)!, topicShares(counts, slug)))}</span>
          </li>`,
      )}
      <li><a href="${urls.trends}">All trends</a></li>
    </ul>
  </section>`;
}
