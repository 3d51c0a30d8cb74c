import type { Note } from '#diagnostics/message-log.ts';
import type { Byline } from './byline.ts';
import { excerpt } from './excerpt.ts';
import { labelUnits } from './label-units.ts';
import { noteMissingAbstract } from './missing-abstract.ts';
import type { LineRole } from './schema.ts';
import type { BylineUnit, TextUnit } from './text-units.ts';

/** One entry of a scraped page, before dates are completed. */
export interface TextEntry {
  line: number;
  title: string;
  paragraphs: string[];
  byline: Omit<Byline, 'dotted'> & { organization: string | null };
}

/** Groups the units of a page into entries, and sets the role of every line that is in a unit. */
export function textEntries(
  units: readonly (TextUnit | BylineUnit)[],
  roles: LineRole[],
  note: Note,
): TextEntry[] {
  const labels = labelUnits(units);
  const entries: TextEntry[] = [];
  let current: TextEntry | null = null;
  let upvotes: number | null = null;
  let textIndex = 0;
  for (const unit of units) {
    const line = unit.lines[0]?.number ?? 1;
    if (unit.kind === 'byline') {
      setRoles(roles, unit, 'byline');
      const { count } = unit.byline;
      if (count === undefined) addByline(current, unit, roles, note);
      else if (current !== null && current.paragraphs.length === 0 && current.byline.upvotes === null)
        current.byline.upvotes = count;
      else upvotes = count;
      continue;
    }
    const label = labels[textIndex];
    textIndex += 1;
    if (label === 'title') {
      setRoles(roles, unit, 'title');
      current = { line, title: unit.text, paragraphs: [], byline: emptyByline(upvotes) };
      upvotes = null;
      entries.push(current);
    } else if (current === null || label === 'orphan') {
      setRoles(roles, unit, 'unrecognised');
      note(
        'warning',
        'abstract-without-title',
        line,
        `No title stands above “${excerpt(unit.text)}”; the text was left out and its lines count as unrecognised.`,
      );
    } else {
      setRoles(roles, unit, 'abstract');
      if (label === 'continuation') {
        note(
          'info',
          'abstract-in-paragraphs',
          line,
          'The text reads as a further paragraph of the abstract above it, and was added to it.',
        );
      }
      current.paragraphs.push(unit.text);
    }
  }
  for (const entry of entries) {
    if (entry.paragraphs.length === 0) noteMissingAbstract(entry.title, entry.line, note);
  }
  return entries;
}

function emptyByline(upvotes: number | null): TextEntry['byline'] {
  return { authorCount: null, date: null, comments: null, upvotes, organization: null };
}

function addByline(entry: TextEntry | null, unit: BylineUnit, roles: LineRole[], note: Note): void {
  const line = unit.lines[0]?.number ?? 1;
  if (entry === null) {
    setRoles(roles, unit, 'unrecognised');
    note('warning', 'byline-without-entry', line, 'No paper stands above this byline; it was left out.');
    return;
  }
  for (const key of ['authorCount', 'date', 'comments', 'upvotes', 'organization'] as const) {
    const value = unit.byline[key] ?? null;
    if (value === null) continue;
    if (entry.byline[key] !== null && JSON.stringify(entry.byline[key]) !== JSON.stringify(value)) {
      note(
        'warning',
        'byline-repeated',
        line,
        `“${excerpt(entry.title)}” has a second byline that says something else; the first was kept.`,
      );
      return;
    }
    Object.assign(entry.byline, { [key]: value });
  }
}

function setRoles(roles: LineRole[], unit: TextUnit | BylineUnit, role: LineRole): void {
  for (const line of unit.lines) roles[line.number - 1] = role;
}
