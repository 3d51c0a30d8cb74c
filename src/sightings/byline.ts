import { parseMonthDay, type MonthDay } from './month-day.ts';

/** What one line below an abstract says. */
export interface Byline {
  authorCount: number | null;
  date: MonthDay | null;
  comments: number | null;
  upvotes: number | null;
  /** Whether the line has the dots that no title has, so that it is a byline wherever it stands. */
  dotted: boolean;
}

const AUTHORS = /^(\d{1,5}) authors?$/i;
const COMMENTS = /^(\d{1,6}) comments?$/i;
const UPVOTES = /^(?:upvotes? (\d{1,6})|(\d{1,6}) upvotes?|▲ ?(\d{1,6}))$/i;

/**
 * Reads a line made only of byline parts, which dots may separate: `• 3 authors`, `·`, `Jun 20, 2018`, `Mar 24 1`,
 * `12 upvotes`, `• 3 authors · Jun 20, 2018 · 2 comments`. Null for anything else.
 */
export function parseByline(text: string): Byline | null {
  const byline: Byline = { authorCount: null, date: null, comments: null, upvotes: null, dotted: false };
  if (text.length > 120) return null;
  const parts = text.split(/[·•]/).map((part) => part.trim());
  byline.dotted = parts.length > 1;
  for (const part of parts) if (part !== '' && !readPart(part, byline)) return null;
  return byline;
}

function readPart(part: string, byline: Byline): boolean {
  const authors = AUTHORS.exec(part);
  if (authors) {
    byline.authorCount = Number(authors[1]) || null;
    return true;
  }
  const comments = COMMENTS.exec(part);
  if (comments) {
    byline.comments = Number(comments[1]);
    return true;
  }
  const upvotes = UPVOTES.exec(part);
  if (upvotes) {
    byline.upvotes = Number(upvotes[1] ?? upvotes[2] ?? upvotes[3]);
    return true;
  }
  const date = parseMonthDay(part);
  if (date === null) return false;
  byline.date = date.date;
  byline.comments ??= date.comments;
  return true;
}
