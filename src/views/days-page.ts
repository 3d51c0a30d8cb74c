import type { Corpus } from '#corpus/corpus.ts';
import { monthOf } from '#corpus/calendar.ts';
import { itemCount, pageCount, pageOfLists, papersPerPage } from '#site/page-sizes.ts';
import { createUrls } from '#site/urls.ts';
import { monthCalendar } from './calendar.ts';
import { countsByDay, datedDigests, type DatedDigest } from './digest-days.ts';
import { digestSteps, type Step } from './digest-steps.ts';
import { formatCount, formatDate, formatWeekday } from './format.ts';
import { html, type Markup } from './html.ts';
import { laterDigest } from './later-digest.ts';
import { pager } from './pager.ts';

/** Several days (a week, a month), the newest first, and what is around them. */
export interface DaysOfPeriod {
  title: string;
  days: readonly DatedDigest[];
  urlOf: (page: number) => string;
  steps: { older: Step | null; newer: Step | null };
}

/** The main part of a page of several days: their papers, a day after the other. `page` counts from 1. */
export function daysMain(corpus: Corpus, { title, days, urlOf, steps }: DaysOfPeriod, page: number): Markup {
  const urls = createUrls(corpus.site);
  const papers = itemCount(days);
  const counts = countsByDay(datedDigests(corpus));
  const months = [...new Set(days.map(({ date }) => monthOf(date)))].sort();
  const facts = `${formatCount(papers, 'paper')} on ${formatCount(days.length, 'day')}`;
  return html`<div class="columns">
    <div>
      <header class="page-header">
        <h1>${title}</h1>
        ${digestSteps('Around it', steps, facts)}
      </header>
      ${pageOfLists(days, page, papersPerPage).map(
        ({ date, items }) =>
          html`<section>
            <h2 class="day-heading">
              <a href="${urls.date(date)}">${formatWeekday(date)}, ${formatDate(date)}</a>
              <span class="count" data-day="${date}">${formatCount(counts.get(date)!, 'paper')}</span>
            </h2>
            ${laterDigest(corpus, items, 3)}
          </section>`,
      )}
      ${pager(page, pageCount(papers, papersPerPage), urlOf)}
    </div>
    <aside class="rail" aria-label="Calendar">
      ${months.map((month) => monthCalendar(month, counts, urls, { current: urlOf(1) }))}
    </aside>
  </div>`;
}
