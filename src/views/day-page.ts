import type { Corpus } from '#corpus/corpus.ts';
import { digestPapersPerPage, pageCount, pageOf } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { daySide } from './day-side.ts';
import { datedDigests, type DatedDigest } from './digest-days.ts';
import { digestGaps, overdueAfter } from './digest-gaps.ts';
import { digestSteps, stepsBetween } from './digest-steps.ts';
import { formatCount, formatDate, formatShortDate, formatWeekday } from './format.ts';
import { html, type Markup } from './html.ts';
import { laterDigest } from './later-digest.ts';
import { pager } from './pager.ts';

/** The main part of the page of a day: its papers in the feeds' order. `page` counts from 1. */
export function dayMain(corpus: Corpus, digest: DatedDigest, page: number): Markup {
  const { date, items } = digest;
  const urls = createUrls(corpus.site);
  const dates = datedDigests(corpus).map((day) => day.date);
  const index = dates.indexOf(date);
  const steps = stepsBetween(dates, date, (other) => ({
    name: formatShortDate(other),
    url: urls.date(other),
  }));
  const repeats = items.filter(({ seenBefore }) => seenBefore !== null).length;
  const facts = [formatCount(items.length, 'paper'), ...(repeats > 0 ? [`${repeats} seen before`] : [])];
  return html`<div class="columns">
    <div>
      <header class="page-header">
        <h1>${formatWeekday(date)}, <span class="nowrap">${formatDate(date)}</span></h1>
        ${digestSteps('Days', steps, html`<span data-day="${date}">${facts.join(' · ')}</span>`)}
        ${index === 0 && page === 1 && staleNote(dates, urls.status)}
      </header>
      ${laterDigest(corpus, pageOf(items, page, digestPapersPerPage), 2)}
      ${pager(page, pageCount(items.length, digestPapersPerPage), (n) => urls.date(date, n))}
    </div>
    ${daySide(corpus, digest, index)}
  </div>`;
}

/** A note that the browser shows when the newest day has become old. */
function staleNote(dates: readonly string[], statusUrl: string): Markup {
  const staleAfter = overdueAfter(digestGaps(dates).usualDays);
  return html`<p class="stale note" data-newest="${dates[0]}" data-stale-after="${staleAfter}" hidden>
    <a href="${statusUrl}">Status</a>
  </p>`;
}
