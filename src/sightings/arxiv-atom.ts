import type { Note } from '#diagnostics/message-log.ts';
import { announceType, stripAnnouncement } from './announcement.ts';
import { arxivSighting, type RecordPlace } from './arxiv-record.ts';
import { notedDay } from './noted-day.ts';
import { field, isoDay, listField, stringField, type JsonRecord } from './record.ts';
import type { Sighting } from './schema.ts';
import { withoutAffiliations } from './without-affiliations.ts';
import { xmlText } from './xml-record.ts';

/** What an answer of the arXiv API says of itself, from the text around its entries. */
export interface AtomFrame {
  /** The day, when the query was for papers submitted on one day, or the day of a listing. */
  date: string | null;
  totalResults: number | null;
  startIndex: number;
}

const LISTING = /<id>\s*https?:\/\/rss\.arxiv\.org\/atom\//;
const ONE_DAY = /submittedDate:\[(\d{4})(\d{2})(\d{2})\d{0,6}[ +]+TO[ +]+(\d{8})/;

/**
 * Reads the frame of an Atom answer (https://info.arxiv.org/help/api/user-manual.html), or of arXiv's daily listing as
 * Atom (https://info.arxiv.org/help/rss.html). The answer echoes the query, so that one for a single day tells its day;
 * any other search or look-up is undated. A listing is of the day on which it was made.
 */
export function readAtomFrame(frame: string): AtomFrame {
  const count = (name: string) => {
    const digits = new RegExp(`<opensearch:${name}[^<>]*>\\s*(\\d+)`).exec(frame)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const [, year, month, day, until] = ONE_DAY.exec(frame) ?? [];
  const asked = until !== undefined && `${year}${month}${day}` === until ? `${year}-${month}-${day}` : '';
  const made = LISTING.test(frame) ? (/<updated>([^<]*)</.exec(frame)?.[1] ?? '') : '';
  return {
    date: isoDay(asked || made),
    totalResults: count('totalResults'),
    startIndex: count('startIndex') ?? 0,
  };
}

/**
 * Reads one entry; null, with a message, for an error that the API sends as an entry, and for one without title. The
 * date of an entry of a listing is that of its announcement, which is when a new paper was published and a replaced one
 * updated.
 */
export function readAtomEntry(entry: JsonRecord, place: RecordPlace, note: Note): Sighting | null {
  const id = xmlText(entry, 'id');
  const text = xmlText(entry, 'summary') || xmlText(entry, 'content');
  const summary = stripAnnouncement(text);
  const type = xmlText(entry, 'announce_type') || announceType(text);
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
  const day = (name: string, what: string) => notedDay(what, xmlText(entry, name), place.line, note);
  const published = day('published', 'publication date');
  return arxivSighting(
    {
      id,
      title: xmlText(entry, 'title'),
      abstract: summary,
      authors: names.length > 0 ? names : creators,
      categories: categories(entry),
      published: type === '' || type === 'new' ? published : null,
      updated:
        type === '' ? day('updated', 'date of the update') : type.startsWith('replace') ? published : null,
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
