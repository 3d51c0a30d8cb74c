import type { Note } from '#diagnostics/message-log.ts';
import { stripAnnouncement } from './announcement.ts';
import { arxivSighting, type RecordPlace } from './arxiv-record.ts';
import { notedDay } from './noted-day.ts';
import { field, isoDay, listField, stringField, type JsonRecord } from './record.ts';
import type { Sighting } from './schema.ts';
import { withoutAffiliations } from './without-affiliations.ts';
import { xmlText } from './xml-record.ts';

/** What an answer of the arXiv API says of itself, from the text around its entries. */
export interface AtomFrame {
  /** The day, when the query was for papers submitted on one day. */
  date: string | null;
  totalResults: number | null;
  startIndex: number;
}

const ONE_DAY = /submittedDate:\[(\d{4})(\d{2})(\d{2})\d{0,6}[ +]+TO[ +]+(\d{8})/;

/**
 * Reads the frame of an Atom answer (https://info.arxiv.org/help/api/user-manual.html). The answer echoes the query,
 * so that a listing of one day tells its day; any other search or look-up is undated.
 */
export function readAtomFrame(frame: string): AtomFrame {
  const count = (name: string) => {
    const digits = new RegExp(`<opensearch:${name}[^<>]*>\\s*(\\d+)`).exec(frame)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const [, year, month, day, until] = ONE_DAY.exec(frame) ?? [];
  return {
    date: until !== undefined && `${year}${month}${day}` === until ? isoDay(`${year}-${month}-${day}`) : null,
    totalResults: count('totalResults'),
    startIndex: count('startIndex') ?? 0,
  };
}

/** Reads one entry; null, with a message, for an error that the API sends as an entry, and for one without title. */
export function readAtomEntry(entry: JsonRecord, place: RecordPlace, note: Note): Sighting | null {
  const id = xmlText(entry, 'id');
  const summary = stripAnnouncement(xmlText(entry, 'summary') || xmlText(entry, 'content'));
  if (/\/api\/errors/.test(id)) {
    note(
      'error',
      'api-error',
      place.line,
      `arXiv answered with an error (“${summary.trim().slice(0, 120).toWellFormed()}”); fetch the file again.`,
    );
    return null;
  }
  const names = listField(entry, 'author').map(
    (author) => xmlText(author, 'name') || (typeof author === 'string' ? author : ''),
  );
  const creators = listField(entry, 'creator').flatMap((creator) =>
    typeof creator === 'string' ? withoutAffiliations(creator).split(/,\s*/) : [],
  );
  return arxivSighting(
    {
      id,
      title: xmlText(entry, 'title'),
      abstract: summary,
      authors: names.length > 0 ? names : creators,
      categories: categories(entry),
      published: notedDay('publication date', xmlText(entry, 'published'), place.line, note),
      updated: notedDay('date of the update', xmlText(entry, 'updated'), place.line, note),
      doi: xmlText(entry, 'doi'),
      comment: xmlText(entry, 'comment'),
    },
    place,
    note,
  );
}

/** The categories of an entry, the primary one first. */
function categories(entry: JsonRecord): string[] {
  const primary = stringField(field(entry, 'primary_category'), '@term');
  return [primary, ...listField(entry, 'category').map((category) => stringField(category, '@term'))];
}
