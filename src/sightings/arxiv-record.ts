import type { Note } from '#diagnostics/message-log.ts';
import { notedArxivId } from './arxiv-id.ts';
import { completeSighting } from './complete-sighting.ts';
import { RecordTexts } from './record-texts.ts';
import type { FeedFormat, Sighting } from './schema.ts';

/** The fields of an arXiv record in any of its formats, as raw text. */
export interface RawArxivRecord {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  published: string | null;
  updated: string | null;
  doi: string;
  /** The authors' free comment, in which addresses of code may stand. */
  comment: string;
}

/** Where a record stands. */
export interface RecordPlace {
  feed: string;
  line: number;
  position: number;
  date: string | null;
  format: FeedFormat;
}

const URL_IN_TEXT = /https?:\/\/[^\s<>"'{}\\]+[^\s<>"'{}\\.,;:!?)\]]/g;
const CODE_HOST = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/./;

/** A sighting of a record of arXiv, whose TeX is the authors' own; null, with a message, when it has no title. */
export function arxivSighting(raw: RawArxivRecord, place: RecordPlace, note: Note): Sighting | null {
  const { line } = place;
  const texts = new RecordTexts(line, note);
  const title = texts.line(raw.title);
  if (title === '') {
    note('error', 'record-without-title', line, 'The record has no title; it was left out.');
    return null;
  }
  const abstract = texts.abstract(title, raw.abstract);
  const arxivId = notedArxivId(texts.line(raw.id), line, note);
  const authors = texts.names(raw.authors);
  const sighting = completeSighting(
    {
      ...place,
      tex: 'authors',
      title,
      abstract,
      published: raw.published,
      updated: raw.updated,
      arxivId,
      doi:
        texts
          .line(raw.doi)
          .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
          .split(' ')[0] || null,
      authors,
      authorCount: authors.length || null,
      categories: [...new Set(raw.categories.map((category) => texts.line(category)))].filter(
        (category) => category !== '',
      ),
      links: [...raw.comment.matchAll(URL_IN_TEXT)].flatMap(([url]) =>
        texts.links(CODE_HOST.test(url) ? 'code' : 'other', url),
      ),
    },
    note,
  );
  texts.finish();
  return sighting;
}
