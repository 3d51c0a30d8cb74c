import type { Note } from '#diagnostics/message-log.ts';
import { pageDay, type PageDay } from './feed-date.ts';
import { toIsoDate, type MonthDay } from './month-day.ts';
import { splitPages, type Page } from './page-sections.ts';
import type { LineRole, Sighting } from './schema.ts';
import { completeSighting } from './complete-sighting.ts';
import { excerpt } from './excerpt.ts';
import { textEntries, type TextEntry } from './text-entries.ts';
import { splitLines } from './text-lines.ts';
import { pageLayout, textUnits, type TextLayout } from './text-units.ts';

/** What a scraped text feed holds; `format` null when no layout fits (and a message says so). */
export interface TextFeed {
  format: TextLayout | null;
  date: string | null;
  sightings: Sighting[];
  lineRoles: LineRole[];
}

/** An abstract shorter than this does not show that a text without any preamble is a feed. */
const minTellingAbstractLength = 150;

/**
 * Reads scraped text in any of the three layouts; each page of a feed may have its own. The format of the feed is the
 * layout of its first page with entries.
 */
export function readText(
  text: string,
  feed: string,
  configuredDate: string | null | undefined,
  note: Note,
): TextFeed {
  const notes: Parameters<Note>[] = [];
  const later: Note = (...complaint) => notes.push(complaint);
  const lines = splitLines(text, later);
  const lineRoles: LineRole[] = lines.map(() => 'unrecognised');
  const pages = splitPages(lines, lineRoles).map((page, index) => readPage(page, index, lineRoles, later));
  if (!pages.some(isFeedPage)) return unfit(lines, note);
  for (const complaint of notes) note(...complaint);
  const sightings: Sighting[] = [];
  const days = pages.map(({ page, entries }, index) => {
    const dates = entries.flatMap((entry) => entry.byline.date ?? []);
    const day = pageDay(page.date, dates, configuredDate, { firstLine: page.firstLine, index }, note);
    const format = pages[index]?.layout ?? 'blocks';
    for (const entry of entries) {
      sightings.push(toSighting(entry, feed, sightings.length + 1, format, day, note));
    }
    return day;
  });
  if (!/[\r\n]$/.test(text)) {
    note(
      'info',
      'feed-cut-off',
      lines.length,
      'The feed ends within this line; the last entry may be unfinished and was kept as it is.',
    );
  }
  const main = Math.max(
    0,
    pages.findIndex(({ entries }) => entries.length > 0),
  );
  return { format: pages[main]?.layout ?? null, date: days[main]?.date ?? null, sightings, lineRoles };
}

interface ReadPage {
  page: Page;
  layout: TextLayout;
  entries: TextEntry[];
}

function readPage(page: Page, index: number, lineRoles: LineRole[], note: Note): ReadPage {
  if (index > 0) {
    note('info', 'pages-joined', page.firstLine, 'A new page begins here within the feed; both were read.');
  }
  if (page.gluedLine !== null) {
    note(
      'info',
      'title-glued',
      page.gluedLine,
      'The title is glued to the button “Subscribe” before it; it was cut off there.',
    );
  }
  const layout = pageLayout(page);
  return { page, layout, entries: textEntries(textUnits(page, layout, note), lineRoles, note) };
}

/** Whether a page shows that the text is a feed: by its preamble, by bylines, or by titles with abstracts. */
function isFeedPage({ page, entries }: ReadPage): boolean {
  const telling = entries.filter((entry) => entry.paragraphs.join(' ').length >= minTellingAbstractLength);
  return (
    page.hasChrome ||
    entries.some(({ byline }) => byline.authorCount !== null || byline.date !== null) ||
    (telling.length > 0 && telling.length >= entries.length / 2)
  );
}

function unfit(lines: readonly string[], note: Note): TextFeed {
  const index = lines.findIndex((line) => line !== '');
  note(
    'error',
    'feed-format-unknown',
    index + 1,
    `No layout fits this file; the first line that did not fit is “${excerpt(lines[index] ?? '', 80)}”. Nothing was read from it. Put only feeds into content/feeds: scraped text (titles and abstracts), Hugging Face API answers, arXiv Atom, RSS or JSON.`,
  );
  return {
    format: null,
    date: null,
    sightings: [],
    lineRoles: lines.map((line) => (line === '' ? 'blank' : 'unrecognised')),
  };
}

function toSighting(
  entry: TextEntry,
  feed: string,
  position: number,
  format: TextLayout,
  day: PageDay,
  note: Note,
): Sighting {
  const { authorCount, comments, upvotes, organization, date } = entry.byline;
  return completeSighting(
    {
      feed,
      line: entry.line,
      position,
      date: day.date,
      format,
      tex: 'damaged',
      title: entry.title,
      abstract: entry.paragraphs.join('\n\n'),
      published: date === null ? null : published(date, entry, day, note),
      authorCount,
      organization,
      comments,
      upvotes,
    },
    note,
  );
}

/** The date of a byline; without a year it is of the year of the capture, or of the year before if later than it. */
function published(date: MonthDay, entry: TextEntry, day: PageDay, note: Note): string | null {
  if (date.year !== null) return toIsoDate(date, date.year);
  if (day.year === null) {
    note(
      'warning',
      'published-year-unknown',
      entry.line,
      `The publication date of “${excerpt(entry.title)}” has no year and the feed no date; it was left out. Give the feed a date in feeds.yaml.`,
    );
    return null;
  }
  const iso = toIsoDate(date, day.year);
  if (iso === null || day.date === null || iso <= day.date) return iso;
  note(
    'warning',
    'published-after-capture',
    entry.line,
    `The publication date of “${excerpt(entry.title)}” would be after the feed's own date; it was taken to be of the year before.`,
  );
  return toIsoDate(date, day.year - 1);
}
