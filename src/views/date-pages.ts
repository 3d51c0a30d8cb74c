import { isoWeek, mondayOf, monthOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { Digest } from '#corpus/schema.ts';
import { digestPapersPerPage, itemCount, pageCount, pageOfLists, papersPerPage } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { dayMain } from './day-page.ts';
import { daysMain } from './days-page.ts';
import { datedDigests, haveMath, idsOf } from './digest-days.ts';
import { stepsBetween } from './digest-steps.ts';
import { formatCount, formatDate, formatMonth, formatWeek, formatWeekday } from './format.ts';
import type { Markup } from './html.ts';
import { pageHead } from './page-head.ts';
import type { StampedPage } from './stamped-page.ts';
import { undatedDigests, undatedMain } from './undated-page.ts';

/** The pages of a list of digests: what they say of it, and the main part of each. */
interface PagedDigests {
  title: string;
  about: string;
  digests: readonly Digest[];
  papersOfPage: number;
  urlOf: (page: number) => string;
  main: (page: number) => Markup;
}

/** The pages of days, weeks and months, and of papers without a date, one at a time. */
export function* datePages(corpus: Corpus): Generator<StampedPage> {
  for (const list of pagedDigests(corpus)) {
    const pages = pageCount(itemCount(list.digests), list.papersOfPage);
    for (let page = 1; page <= pages; page += 1) yield datePage(corpus, list, page);
  }
}

function datePage(corpus: Corpus, list: PagedDigests, page: number): StampedPage {
  const { title, about, digests, papersOfPage, urlOf, main } = list;
  const head = {
    title: page > 1 ? `${title}, page ${page}` : title,
    description: `${about}: ${formatCount(itemCount(digests), 'paper')}, with abstracts, topics and links.`,
    path: urlOf(page),
    hasMath: haveMath(
      corpus,
      pageOfLists(digests, page, papersOfPage).flatMap(({ items }) => idsOf(items)),
    ),
  };
  return {
    room: 'dates',
    path: urlOf(page),
    head: pageHead(head, corpus.site, createUrls(corpus.site)).text,
    main: main(page).text,
  };
}

function* pagedDigests(corpus: Corpus): Generator<PagedDigests> {
  const urls = createUrls(corpus.site);
  for (const digest of datedDigests(corpus)) {
    const { date } = digest;
    const title = `${formatWeekday(date)}, ${formatDate(date)}`;
    yield {
      title,
      about: title,
      digests: [digest],
      papersOfPage: digestPapersPerPage,
      urlOf: (page) => urls.date(date, page),
      main: (page) => dayMain(corpus, digest, page),
    };
  }
  yield* periods(corpus, {
    keyOf: isoWeek,
    urlOf: urls.week,
    titleOf: formatWeek,
    aboutOf: (week) => `${formatWeek(week)}, from ${formatDate(mondayOf(week))}`,
    stepName: (week) => `Week ${Number(week.slice(6))}`,
  });
  yield* periods(corpus, {
    keyOf: monthOf,
    urlOf: urls.month,
    titleOf: formatMonth,
    aboutOf: formatMonth,
    stepName: formatMonth,
  });
  const undated = undatedDigests(corpus);
  if (undated.length === 0) return;
  const title = 'Undated papers';
  yield {
    title,
    about: title,
    digests: undated,
    papersOfPage: digestPapersPerPage,
    urlOf: urls.undated,
    main: (page) => undatedMain(corpus, page),
  };
}

/**
 * The periods of one kind, weeks or months: which one a day is in, where its pages are, and what it is called there.
 */
interface PeriodKind {
  keyOf: (date: string) => string;
  urlOf: (key: string, page?: number) => string;
  titleOf: (key: string) => string;
  aboutOf: (key: string) => string;
  stepName: (key: string) => string;
}

function* periods(
  corpus: Corpus,
  { keyOf, urlOf, titleOf, aboutOf, stepName }: PeriodKind,
): Generator<PagedDigests> {
  const byPeriod = Map.groupBy(datedDigests(corpus), ({ date }) => keyOf(date));
  const keys = [...byPeriod.keys()];
  for (const [key, days] of byPeriod) {
    const title = titleOf(key);
    const period = {
      title,
      days,
      urlOf: (page: number) => urlOf(key, page),
      steps: stepsBetween(keys, key, (other) => ({ name: stepName(other), url: urlOf(other) })),
    };
    yield {
      title,
      about: aboutOf(key),
      digests: days,
      papersOfPage: papersPerPage,
      urlOf: period.urlOf,
      main: (page) => daysMain(corpus, period, page),
    };
  }
}
