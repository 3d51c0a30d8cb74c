import { isoWeek, monthOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { itemCount } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { datedDigests, type DatedDigest } from './digest-days.ts';
import { formatMonth, formatShortDate, formatWeek } from './format.ts';
import { html, type Markup } from './html.ts';
import { railSection, type RailLink } from './rail-section.ts';
import { risingTopics } from './rising-topics.ts';

const maxTopics = 10;
const maxDays = 7;

/**
 * What stands beside a day's papers: what they are about, and the days before it. `index` counts days from the newest.
 */
export function daySide(corpus: Corpus, { date, items }: DatedDigest, index: number): Markup {
  const urls = createUrls(corpus.site);
  const topics = topicsOf(corpus, items);
  const earlier = datedDigests(corpus)
    .slice(index + 1, index + 1 + maxDays)
    .map((day): RailLink => ({
      name: formatShortDate(day.date),
      url: urls.date(day.date),
      day: day.date,
      count: day.items.length,
    }));
  const undated = itemCount(corpus.digests.filter((digest) => digest.date === null));
  const [week, month] = [isoWeek(date), monthOf(date)];
  return html`<aside class="rail" aria-label="Around this day">
    ${topics.length > 0 && railSection('Topics of the day', topics)}${index === 0 && risingTopics(corpus)}
    ${earlier.length > 0 && railSection('Earlier days', earlier)}
    ${railSection('More', [
      { name: formatWeek(week), url: urls.week(week) },
      { name: formatMonth(month), url: urls.month(month) },
      { name: 'All dates', url: urls.dates },
      { name: 'Top recent papers', url: urls.top() },
      ...(undated > 0 ? [{ name: 'Undated papers', url: urls.undated(), count: undated }] : []),
    ])}
  </aside>`;
}

/** The topics that most of these papers have. */
function topicsOf(corpus: Corpus, items: DatedDigest['items']): RailLink[] {
  const urls = createUrls(corpus.site);
  const counts = new Map<string, number>();
  for (const { id } of items)
    for (const topic of corpus.entryById.get(id)?.topics ?? [])
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return corpus.taxonomy.topics
    .flatMap(({ slug, name }) => {
      const count = counts.get(slug);
      return count === undefined ? [] : [{ name, url: urls.topic(slug), count }];
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, maxTopics);
}
