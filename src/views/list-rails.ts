import { isoWeek, mondayOf, monthOf, yearOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { datedDigests } from './digest-days.ts';
import { formatMonth, formatShortDate, formatWeek } from './format.ts';
import { html, type Content, type Markup } from './html.ts';
import { papersByPublicationYear } from './publication-years.ts';
import { railSection, type RailLink } from './rail-section.ts';
import type { TopList } from './top-papers.ts';
import { entriesByYear } from './topic-years.ts';

const rail = (label: string, sections: readonly Content[]): Markup =>
  html`<nav class="rail" aria-label="${label}">${sections}</nav>`;

/**
 * The years of a topic, and the topics of its group. Only the main page of the topic, `year` null and `isMain`, counts
 * papers: counts change with every day, and other pages should not.
 */
export function topicRail(corpus: Corpus, slug: string, year: string | null, isMain: boolean): Markup {
  const urls = createUrls(corpus.site);
  const { topics, groups } = corpus.taxonomy;
  const { group } = topics.find((topic) => topic.slug === slug)!;
  const all = corpus.byTopic.get(slug) ?? [];
  const counted = isMain && year === null;
  const countOf = (papers: readonly unknown[]) => (counted ? { count: papers.length } : {});
  const years = Array.from(entriesByYear(all), ([key, listed]): RailLink => ({
    name: key,
    url: urls.topicYear(slug, key),
    current: key === year,
    ...countOf(listed),
  }));
  const allYears: RailLink = {
    name: 'All years',
    url: urls.topic(slug),
    current: year === null,
    ...countOf(all),
  };
  const siblings = topics
    .filter((topic) => topic.group === group && topic.slug !== slug)
    .map((topic): RailLink => ({
      name: topic.name,
      url: urls.topic(topic.slug),
      ...countOf(corpus.byTopic.get(topic.slug) ?? []),
    }));
  return rail('Years and nearby topics', [
    years.length > 0 && railSection('First seen in', [...years, allYears]),
    railSection(groups.find((other) => other.slug === group)?.name ?? 'Nearby', [
      ...siblings,
      { name: 'All topics', url: urls.topics },
    ]),
  ]);
}

/** The years of publication; `published/` says how many papers each has. */
export function publicationYearsRail(corpus: Corpus, year: string): Markup {
  const urls = createUrls(corpus.site);
  const years = [...papersByPublicationYear(corpus.entries).keys()];
  return rail('Years of publication', [
    railSection(
      'Years',
      years.map((key) => ({ name: key, url: urls.publishedYear(key), current: key === year })),
    ),
  ]);
}

const firstDayOf = {
  day: (date: string) => date,
  week: mondayOf,
  month: (month: string) => `${month}-01`,
} as const;

/**
 * The spans of time around one that papers are ranked within: the months of its year with the one before and the one
 * after, the weeks of its month, the days of its week. So what comes in later years changes nothing here. Around the
 * newest papers, null, these are the spans of the newest month, and the last months of earlier years.
 */
export function topRail(corpus: Corpus, list: Pick<TopList, 'period' | 'key'> | null): Markup {
  const urls = createUrls(corpus.site);
  const days = datedDigests(corpus).map(({ date }) => date);
  const months = [...new Set(days.map(monthOf))];
  const { period, key } = list ?? { period: 'month', key: months[0]! };
  const firstDay = firstDayOf[period](key);
  const [month, year] = [monthOf(firstDay), yearOf(firstDay)];
  const week = period === 'month' ? null : isoWeek(firstDay);
  const links = (keys: Iterable<string>, nameOf: (key: string) => string) =>
    Array.from(keys, (other): RailLink => ({
      name: nameOf(other),
      url: urls.top(other),
      current: other === list?.key,
    }));
  const isOfYear = (index: number) => months[index]?.startsWith(year) === true;
  const nearMonths = months.filter((_, index) => [index - 1, index, index + 1].some(isOfYear));
  const lastMonths = months.filter(
    (_, index) => index > 0 && yearOf(months[index - 1]!) !== yearOf(months[index]!),
  );
  return rail('Other spans of time', [
    railSection('Months', [
      ...(list === null ? [] : [{ name: 'The newest', url: urls.top() }]),
      ...links(nearMonths, formatMonth),
    ]),
    railSection(
      `Weeks of ${formatMonth(month)}`,
      links(new Set(days.filter((day) => monthOf(day) === month).map(isoWeek)), formatWeek),
    ),
    week !== null &&
      railSection(
        formatWeek(week),
        links(
          days.filter((day) => isoWeek(day) === week),
          formatShortDate,
        ),
      ),
    list === null && lastMonths.length > 0 && railSection('Earlier years', links(lastMonths, yearOf)),
  ]);
}
