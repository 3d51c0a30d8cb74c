import type { Note } from '#diagnostics/message-log.ts';
import { announceType, plainHtml, stripAnnouncement } from './announcement.ts';
import { arxivSighting, type RecordPlace } from './arxiv-record.ts';
import { mailDay } from './mail-date.ts';
import { notedDay } from './noted-day.ts';
import { isoDay, listField, type JsonRecord } from './record.ts';
import type { Sighting } from './schema.ts';
import { withoutAffiliations } from './without-affiliations.ts';
import { xmlText } from './xml-record.ts';

/** `A title. (arXiv:0704.0001v2 [hep-ph] UPDATED)`; of a longer text it would take time square in the length. */
const FORMER_TITLE = /^(.*?)\.? \(arXiv:([^\s)]+)(?: \[([^\]]+)\])?[^)]*\)$/s;
const maxFormerTitle = 2000;

/** The day of a listing: the publication date of its channel, as written; null where it has none. */
export function rssDay(frame: string): string | null {
  for (const name of ['pubDate', 'dc:date', 'lastBuildDate', 'syn:updateBase']) {
    const text = new RegExp(`<${name}[^<>]*>([^<]*)<`).exec(frame)?.[1] ?? '';
    const day = mailDay(text) ?? isoDay(text);
    if (day !== null) return day;
  }
  return null;
}

/**
 * Reads an item of arXiv's daily listings (https://info.arxiv.org/help/rss.html), the present form (RSS 2.0) or the
 * former one (RSS 1.0, with the id behind the title). A new paper counts as published on the day of its
 * announcement, a replaced one as updated.
 */
export function readRssItem(item: JsonRecord, place: RecordPlace, note: Note): Sighting | null {
  const description = xmlText(item, 'description');
  const type = xmlText(item, 'announce_type') || announceType(description);
  const day = notedDay('date', xmlText(item, 'pubDate'), place.line, note, mailDay) ?? place.date;
  const title = xmlText(item, 'title').trim();
  const formerTitle = title.length > maxFormerTitle ? null : FORMER_TITLE.exec(title);
  const category = formerTitle?.[3];
  return arxivSighting(
    {
      id: formerTitle?.[2] ?? (xmlText(item, 'guid') || xmlText(item, 'link')),
      title: formerTitle?.[1] ?? xmlText(item, 'title'),
      abstract: stripAnnouncement(description),
      authors: listField(item, 'creator').flatMap(names),
      categories: [
        ...(category === undefined ? [] : [category]),
        ...listField(item, 'category').map((one) => xmlText({ one }, 'one')),
      ],
      published: type === 'new' ? day : null,
      updated: type.startsWith('replace') ? day : null,
      doi: xmlText(item, 'DOI') || xmlText(item, 'doi'),
      comment: '',
    },
    place,
    note,
  );
}

function names(creator: unknown): string[] {
  return typeof creator === 'string' ? withoutAffiliations(plainHtml(creator)).split(/,\s*/) : [];
}
