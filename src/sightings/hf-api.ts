import type { Note } from '#diagnostics/message-log.ts';
import { notedArxivId } from './arxiv-id.ts';
import { completeSighting } from './complete-sighting.ts';
import { notedDay } from './noted-day.ts';
import {
  countField,
  field,
  idField,
  isRecord,
  listField,
  stringField,
  stringsField,
  type JsonRecord,
} from './record.ts';
import { RecordTexts } from './record-texts.ts';
import type { Sighting } from './schema.ts';

/**
 * An entry of Hugging Face's daily papers (https://huggingface.co/api/daily_papers), whose fields vary over the years,
 * and what its day is told by.
 */
export interface HfEntry {
  sighting: Sighting;
  /** The day of the digest, which entries carry since 2025. */
  submittedOn: string | null;
  /** When the entry was put on the daily page; always the day of the digest or shortly before. */
  listedOn: string | null;
}

/** Whether a record is an entry of the API, or the paper inside one. */
export function isHfRecord(record: JsonRecord): boolean {
  return (
    isRecord(field(record, 'paper')) ||
    (stringField(record, 'title') !== '' && typeof field(record, 'summary') === 'string')
  );
}

/** Reads an entry; null, with a message, when it has no title. The date is not known yet. */
export function readHfEntry(
  record: JsonRecord,
  feed: string,
  line: number,
  position: number,
  note: Note,
): HfEntry | null {
  const nested = field(record, 'paper');
  const paper = isRecord(nested) ? nested : record;
  const texts = new RecordTexts(line, note);
  const title = texts.line(stringField(paper, 'title') || stringField(record, 'title'));
  if (title === '') {
    note('error', 'record-without-title', line, 'The entry has no title; it was left out.');
    return null;
  }
  const abstract = texts.abstract(title, stringField(paper, 'summary') || stringField(record, 'summary'));
  const authors = texts.names(listField(paper, 'authors').map((author) => stringField(author, 'name')));
  const arxivId = notedArxivId(texts.line(idField(paper, 'id')), line, note);
  const organization = field(paper, 'organization') ?? field(record, 'organization');
  const sighting = completeSighting(
    {
      feed,
      line,
      position,
      date: null,
      format: 'hf-api',
      tex: 'damaged',
      title,
      abstract,
      published: notedDay('publication date', field(paper, 'publishedAt'), line, note),
      arxivId,
      authors,
      authorCount: authors.length || null,
      organization: texts.name(stringField(organization, 'fullname') || stringField(organization, 'name')),
      comments: countField(record, 'numComments'),
      upvotes: countField(paper, 'upvotes'),
      keywords: stringsField(paper, 'ai_keywords').map((keyword) => texts.line(keyword)),
      summary: texts.line(stringField(paper, 'ai_summary')) || null,
      links: [
        ...texts.links('code', stringField(paper, 'githubRepo')),
        ...texts.links('project', stringField(paper, 'projectPage')),
      ],
    },
    note,
  );
  texts.finish();
  return {
    sighting,
    submittedOn: notedDay('date of the digest', field(paper, 'submittedOnDailyAt'), line, note),
    listedOn: notedDay('date of listing', field(record, 'publishedAt'), line, note),
  };
}

/** Entries further apart than this (in days) are no single day's. */
const maxDaysOfOneDigest = 10;

/**
 * The day of the digest of each entry: that of `feeds.yaml`; else the entry's own `submittedOnDailyAt`, or the one
 * that all others of the file have; else the day that a wrapper around the list states; else the latest day on which
 * an entry of the file was listed, if those days are at most 10 apart; else the entry's own.
 *
 * Of 370 archived days this gives 366 as asked for; four were asked for a day after their last entry was listed. File
 * names have no say.
 */
export function dateHfEntries(
  entries: readonly HfEntry[],
  stated: { configured: string | null; wrapper: string | null },
): void {
  const submitted = new Set(entries.flatMap(({ submittedOn }) => submittedOn ?? []));
  const [common = null] = submitted.size === 1 ? submitted : [];
  const listed = entries.flatMap(({ listedOn }) => listedOn ?? []).sort();
  const [first = '', last = ''] = [listed[0], listed.at(-1)];
  const isOneDay = Date.parse(last) - Date.parse(first) <= maxDaysOfOneDigest * 86_400_000;
  for (const { sighting, submittedOn, listedOn } of entries) {
    const own = submittedOn ?? common ?? stated.wrapper ?? (isOneDay ? last : listedOn);
    sighting.date = stated.configured ?? own;
  }
}
