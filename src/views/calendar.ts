import { isoWeek } from '#corpus/calendar.ts';
import type { Urls } from '#site/urls.ts';
import { monthName } from '#text/long-date.ts';
import { formatMonth, formatNumber, formatWeek } from './format.ts';
import { html, type Markup, raw } from './html.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayMilliseconds = 86_400_000;

/** Where the shades of a day's count begin, in papers: none, few, ordinary, many, very many. */
const shadeStarts = [1, 10, 25, 60];

/**
 * A month as a calendar table, a week a row, with the number of papers of each day. Days and weeks with papers are
 * links. `counts` maps ISO dates to papers; `withYear` writes the year into the caption, which links to the month;
 * `current` is the address of the page that it stands on, where it leads there too.
 */
export function monthCalendar(
  month: string,
  counts: ReadonlyMap<string, number>,
  urls: Urls,
  { withYear = true, captionLink = true, current = '' } = {},
): Markup {
  const name = withYear ? formatMonth(month) : monthName(Number(month.slice(5)));
  const caption = captionLink ? html`<a ${linkTo(urls.month(month), current)}>${name}</a>` : name;
  return html`<table class="calendar">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col"><abbr title="Week">W</abbr></th>
        ${dayNames.map((day) => html`<th scope="col"><abbr title="${day}">${day.slice(0, 2)}</abbr></th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(month).map((days) => weekRow(days, counts, urls, current))}
    </tbody>
  </table>`;
}

/** The attributes of a link. */
const linkTo = (url: string, current: string): Markup =>
  html`href="${url}"${url === current && raw(' aria-current="page"')}`;

function weekRow(
  days: readonly (string | null)[],
  counts: ReadonlyMap<string, number>,
  urls: Urls,
  current: string,
): Markup {
  const week = isoWeek(days.find((day) => day !== null)!);
  const number = Number(week.slice(6));
  const total = days.reduce((sum, day) => sum + (day === null ? 0 : (counts.get(day) ?? 0)), 0);
  const label =
    total === 0
      ? html`${number}`
      : html`<a ${linkTo(urls.week(week), current)} aria-label="${formatWeek(week)}">${number}</a>`;
  return html`<tr>
    <th scope="row">${label}</th>
    ${days.map((day) => dayCell(day, counts, urls))}
  </tr>`;
}

function dayCell(day: string | null, counts: ReadonlyMap<string, number>, urls: Urls): Markup {
  if (day === null) return html`<td></td>`;
  const count = counts.get(day) ?? 0;
  const number = Number(day.slice(8));
  if (count === 0) return html`<td><span class="day">${number}</span></td>`;
  const shade = shadeStarts.filter((start) => count >= start).length;
  return html`<td class="shade-${shade}">
    <a href="${urls.date(day)}" data-day="${day}"
      ><span class="day">${number}</span> <b>${formatNumber(count)}</b
      ><span class="visually-hidden"> ${count === 1 ? 'paper' : 'papers'}</span></a
    >
  </td>`;
}

/** The days of a month by weeks from Monday; null where a day of the row belongs to another month. */
function weeksOf(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const offset = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let start = first - offset * dayMilliseconds; ; start += 7 * dayMilliseconds) {
    const days = Array.from({ length: 7 }, (_, index) => {
      const day = new Date(start + index * dayMilliseconds).toISOString().slice(0, 10);
      return day.startsWith(month) ? day : null;
    });
    if (days.every((day) => day === null)) return weeks;
    weeks.push(days);
  }
}
