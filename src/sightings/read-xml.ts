import type { Note } from '#diagnostics/message-log.ts';
import { readAtomEntry, readAtomFrame } from './arxiv-atom.ts';
import type { RecordPlace } from './arxiv-record.ts';
import { readRssItem, rssDay } from './arxiv-rss.ts';
import type { JsonRecord } from './record.ts';
import type { Sighting } from './schema.ts';
import { rootName, xmlEntries, type XmlEntry } from './xml-entries.ts';
import { withoutComments } from './without-comments.ts';
import { xmlRecord } from './xml-record.ts';

/** What an XML feed holds; `format` null when it is none that is known (and a message says so). */
export interface XmlReading {
  format: 'arxiv-atom' | 'arxiv-rss' | null;
  date: string | null;
  sightings: Sighting[];
}

/** Reads an Atom or RSS feed of arXiv. */
export function readXml(source: string, feed: string, configuredDate: string | null, note: Note): XmlReading {
  const text = withoutComments(source);
  const root = rootName(text);
  if (/<!ENTITY/.test(text)) {
    note('warning', 'xml-entities', null, 'The document type declares entities; they were not expanded.');
  }
  if (root === 'feed') return readAtom(text, feed, configuredDate, note);
  if (root === 'rss' || root === 'rdf') return readRss(text, feed, configuredDate, note);
  if (root === 'html') {
    note(
      'error',
      'feed-html',
      1,
      'The file is a web page, not a feed; nothing was read from it. Save the text of the page, or fetch the feed again.',
    );
  } else {
    note(
      'error',
      'feed-format-unknown',
      1,
      `The file is XML with the root element “${(root ?? 'none').slice(0, 40)}”, neither Atom nor RSS; nothing was read from it.`,
    );
  }
  return { format: null, date: null, sightings: [] };
}

function readAtom(text: string, feed: string, configuredDate: string | null, note: Note): XmlReading {
  const { frame, entries } = xmlEntries(text, 'entry');
  const { date: statedDate, totalResults, startIndex } = readAtomFrame(frame);
  const date = configuredDate ?? statedDate;
  const sightings = sightingsOf(entries, { feed, date, format: 'arxiv-atom' }, readAtomEntry, note);
  if (totalResults !== null && totalResults > startIndex + entries.length) {
    note(
      'info',
      'answer-partial',
      null,
      `The file holds the results ${startIndex + 1} to ${startIndex + entries.length} of ${totalResults}.`,
    );
  }
  return { format: 'arxiv-atom', date, sightings };
}

function readRss(text: string, feed: string, configuredDate: string | null, note: Note): XmlReading {
  const { frame, entries } = xmlEntries(text, 'item');
  const date = configuredDate ?? rssDay(frame);
  const sightings = sightingsOf(entries, { feed, date, format: 'arxiv-rss' }, readRssItem, note);
  if (date === null) {
    note(
      'warning',
      'feed-undated',
      null,
      'The listing states no date; its digest is undated. Give the feed a date in feeds.yaml.',
    );
  }
  return { format: 'arxiv-rss', date, sightings };
}

/** The sightings of the entries that are whole, each in its place among those. */
function sightingsOf(
  entries: readonly XmlEntry[],
  known: Pick<RecordPlace, 'feed' | 'date' | 'format'>,
  read: (record: JsonRecord, place: RecordPlace, note: Note) => Sighting | null,
  note: Note,
): Sighting[] {
  const sightings: Sighting[] = [];
  for (const entry of entries) {
    const record = wholeRecord(entry, note);
    const place = { ...known, line: entry.line, position: sightings.length + 1 };
    const sighting = record === null ? null : read(record, place, note);
    if (sighting !== null) sightings.push(sighting);
  }
  return sightings;
}

function wholeRecord(entry: XmlEntry, note: Note): JsonRecord | null {
  if (!entry.isWhole) {
    note(
      'error',
      'record-unfinished',
      entry.line,
      'The entry breaks off before its end tag; it was left out.',
    );
    return null;
  }
  const record = xmlRecord(entry.text);
  if (!('error' in record) || typeof record.error !== 'string') return record;
  note(
    'error',
    'record-damaged',
    entry.line,
    `The entry is no valid XML (${record.error.slice(0, 120)}); it was left out.`,
  );
  return null;
}
