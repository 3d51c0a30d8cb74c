import type { Note } from '#diagnostics/message-log.ts';
import { parseArxivId } from './arxiv-id.ts';
import { arxivSighting, type RecordPlace } from './arxiv-record.ts';
import { withoutAffiliations } from './without-affiliations.ts';
import { mailDay } from './mail-date.ts';
import { notedDay } from './noted-day.ts';
import { field, idField, listField, stringField, type JsonRecord } from './record.ts';
import type { Sighting } from './schema.ts';

/**
 * Whether a record is one of the metadata snapshot of arXiv (https://www.kaggle.com/datasets/Cornell-University/arxiv):
 * it has a title, and an abstract or at least an arXiv id.
 */
export function isArxivRecord(record: JsonRecord): boolean {
  if (typeof field(record, 'title') !== 'string') return false;
  return typeof field(record, 'abstract') === 'string' || parseArxivId(idField(record, 'id')) !== null;
}

/**
 * Reads a record of the snapshot, or of a list like it: `authors_parsed`, else `authors` as a list or a string;
 * `categories` as a list or a string; the day of the first version, else `published`; `update_date`.
 */
export function readArxivJson(record: JsonRecord, place: RecordPlace, note: Note): Sighting | null {
  const [firstVersion] = listField(record, 'versions');
  const day = (key: string, what: string) => notedDay(what, field(record, key), place.line, note);
  return arxivSighting(
    {
      id: idField(record, 'id'),
      title: stringField(record, 'title'),
      abstract: stringField(record, 'abstract'),
      authors: authorNames(record),
      categories: categories(record),
      published:
        day('published', 'publication date') ??
        notedDay('date of the first version', field(firstVersion, 'created'), place.line, note, mailDay),
      updated: day('update_date', 'date of the update') ?? day('updated', 'date of the update'),
      doi: stringField(record, 'doi'),
      comment: stringField(record, 'comments'),
    },
    place,
    note,
  );
}

function authorNames(record: JsonRecord): string[] {
  const parsed = listField(record, 'authors_parsed');
  if (parsed.length > 0) {
    return parsed.map((parts) => {
      const [family = '', given = '', suffix = ''] = Array.isArray(parts)
        ? parts.map((part) => (typeof part === 'string' ? part : ''))
        : [];
      return [given, family, suffix].filter((part) => part !== '').join(' ');
    });
  }
  const authors = field(record, 'authors');
  if (typeof authors === 'string')
    return withoutAffiliations(authors)
      .replace(/\s+/g, ' ')
      .split(/,|;| and /);
  return listField(record, 'authors').map((author) =>
    typeof author === 'string' ? author : stringField(author, 'name'),
  );
}

function categories(record: JsonRecord): string[] {
  const value = field(record, 'categories');
  if (typeof value === 'string') return value.split(/[\s,]+/);
  return listField(record, 'categories').flatMap((category) =>
    typeof category === 'string' ? category.split(/\s+/) : [],
  );
}
