import type { Note } from '#diagnostics/message-log.ts';
import type { Sighting } from './schema.ts';

/** Longest title in UTF-16 units; the longest of arXiv is below 400. */
const maxTitleLength = 1_000;

/** Longest abstract in UTF-16 units; arXiv accepts 1,920 characters, other archives a few thousand. */
const maxAbstractLength = 20_000;

type Known = Pick<Sighting, 'feed' | 'line' | 'position' | 'date' | 'format' | 'tex' | 'title' | 'abstract'>;

/**
 * A sighting from what its format knows: the rest is null or empty. Title and abstract are cut at their limits, with
 * a message.
 */
export function completeSighting(known: Known & Partial<Sighting>, note: Note): Sighting {
  return {
    published: null,
    updated: null,
    arxivId: null,
    doi: null,
    authors: [],
    authorCount: null,
    organization: null,
    comments: null,
    upvotes: null,
    categories: [],
    keywords: [],
    summary: null,
    links: [],
    ...known,
    title: cut('title', known.title, maxTitleLength, known.line, note),
    abstract: cut('abstract', known.abstract, maxAbstractLength, known.line, note),
  };
}

function cut(what: string, text: string, maxLength: number, line: number, note: Note): string {
  if (text.length <= maxLength) return text;
  note(
    'warning',
    `${what}-too-long`,
    line,
    `The ${what} has ${text.length} characters; it was cut after ${maxLength}.`,
  );
  return text.slice(0, maxLength).toWellFormed();
}
