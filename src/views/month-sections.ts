import { monthOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { createUrls } from '#site/urls.ts';
import { cardList } from './card-list.ts';
import { cardOf } from './card-of.ts';
import { fillLater } from './fill-later.ts';
import { formatMonth } from './format.ts';
import { html, raw, type Content, type Markup } from './html.ts';
import type { CardPlace } from './paper-card.ts';

/** How a list tells the months of its papers: the date of each, and the link of a month's heading, if it has one. */
export interface MonthsOfList {
  dateOf: (entry: Entry) => string | null;
  urlOf: (month: string | null) => string | null;
}

/** Cards of papers, the place of each by its index in the list. They are filled in later where pages are. */
export function laterCards(
  corpus: Corpus,
  ids: readonly string[],
  placeOf: (index: number) => CardPlace = () => ({}),
): Markup {
  const places = ids.map((_, index) => placeOf(index));
  const write = () =>
    cardList(
      ids.map((id) => cardOf(corpus, id)),
      createUrls(corpus.site),
      (_, index) => places[index]!,
    ).text;
  return raw(fillLater(ids, places, write));
}

/** Papers, the newest first, below headings of their months. */
export function monthSections(
  corpus: Corpus,
  entries: readonly Entry[],
  { dateOf, urlOf }: MonthsOfList,
  place: CardPlace = {},
): Markup {
  const months = Map.groupBy(entries, (entry) => {
    const date = dateOf(entry);
    return date === null ? null : monthOf(date);
  });
  const heading = (month: string | null): Content => {
    const [name, url] = [month === null ? 'Undated' : formatMonth(month), urlOf(month)];
    return url === null ? name : html`<a href="${url}">${name}</a>`;
  };
  return html`${Array.from(
    months,
    ([month, group]) =>
      html`<section>
        <h2 class="day-heading">${heading(month)}</h2>
        ${laterCards(
          corpus,
          group.map(({ paper }) => paper.id),
          () => place,
        )}
      </section>`,
  )}`;
}

/** The months of these papers, which are given the newest first: `May 2024 to July 2024`, `May 2024 and undated`. */
export function monthsSpan(entries: readonly Entry[], dateOf: MonthsOfList['dateOf']): string {
  const dates = entries.map(dateOf).filter((date) => date !== null);
  const months = [...new Set([...dates.slice(-1), ...dates.slice(0, 1)].map(monthOf))];
  const parts = [
    ...(months.length > 0 ? [months.map(formatMonth).join(' to ')] : []),
    ...(dates.length < entries.length ? ['undated'] : []),
  ];
  return parts.join(' and ');
}
