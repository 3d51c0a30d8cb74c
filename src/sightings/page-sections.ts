import { parseByline, type Byline } from './byline.ts';
import { isChrome, titleGluedToButton } from './preamble.ts';
import { parseMonthDay, type MonthDay } from './month-day.ts';
import type { LineRole } from './schema.ts';

/** One line of a page after its preamble; `number` counts from 1 in the feed. */
export interface PageLine {
  number: number;
  text: string;
  byline: Byline | null;
  /** The number, when the line is nothing else: upvotes, or comments when directly below a byline. */
  count: number | null;
}

/** A preamble and the lines up to the next one: one scraped page. A feed is usually one page. */
export interface Page {
  firstLine: number;
  hasChrome: boolean;
  date: MonthDay | null;
  lines: PageLine[];
  /** The line in which the first title is glued to the button `Subscribe`. */
  gluedLine: number | null;
}

/**
 * Splits the lines of a feed into scraped pages, and sets the roles `blank` and `preamble`. A new page begins
 * where a preamble begins, or where a line is only a date and no byline is open.
 */
export function splitPages(lines: readonly string[], roles: LineRole[]): Page[] {
  let page: Page = emptyPage(1);
  const pages = [page];
  let inPreamble = false;
  let inByline = false;
  lines.forEach((text, index) => {
    const number = index + 1;
    if (text === '') {
      roles[index] = 'blank';
      page.lines.push({ number, text, byline: null, count: null });
      return;
    }
    const headingDate = inByline ? null : parseMonthDay(text);
    const isHeading = headingDate !== null && headingDate.comments === null;
    if (isChrome(text) || isHeading) {
      if (page.lines.some((line) => line.text !== '')) {
        page = emptyPage(number);
        pages.push(page);
      }
      if (isHeading) page.date = headingDate.date;
      else page.hasChrome = true;
      inPreamble = true;
      inByline = false;
      roles[index] = 'preamble';
      return;
    }
    const glued = inPreamble ? titleGluedToButton(text) : null;
    if (glued !== null) page.gluedLine = number;
    const byline = parseByline(text);
    const isByline = byline !== null && (byline.dotted || inByline || byline.authorCount !== null);
    const count = /^\d{1,6}$/.test(text) ? Number(text) : null;
    page.lines.push({ number, text: glued ?? text, byline: isByline ? byline : null, count });
    inPreamble = false;
    inByline = isByline;
  });
  return pages;
}

function emptyPage(firstLine: number): Page {
  return { firstLine, hasChrome: false, date: null, lines: [], gluedLine: null };
}
