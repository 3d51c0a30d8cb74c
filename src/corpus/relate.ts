import type { Related, RelatedDocument } from '#related/schema.ts';
import { monthOf } from './calendar.ts';
import type { Corpus } from './corpus.ts';
import { entryDate } from './entry-date.ts';

/**
 * What papers are compared by. Those of the newest month are new, as long as the others are most: so terms get other
 * weights once a month, and a day's papers change the pages of few others.
 */
export function relatedDocuments({ entries }: Corpus): RelatedDocument[] {
  const months = entries.map(({ paper }) => monthOf(entryDate(paper) ?? ''));
  const newest = months.reduce((latest, month) => (month > latest ? month : latest), '');
  const newCount = months.filter((month) => month === newest).length;
  const areFew = 2 * newCount < entries.length;
  return entries.map(({ paper, title, abstract }, place) => ({
    id: paper.id,
    title: title.text,
    abstract: abstract.text,
    isNew: areFew && months[place] === newest,
  }));
}

/**
 * Gives each entry of a corpus its related papers. Until then it has none. Ids and terms that are equal become one text
 * in memory, which they are not when they come from another thread or a file.
 */
export function setRelated({ entries, entryById }: Corpus, related: ReadonlyMap<string, Related[]>): void {
  const shared = new Map<string, string>();
  const one = (text: string): string => {
    const known = shared.get(text);
    if (known === undefined) shared.set(text, text);
    return known ?? text;
  };
  for (const entry of entries)
    entry.related = (related.get(entry.paper.id) ?? []).map(({ id, score, terms }) => ({
      id: entryById.get(id)?.paper.id ?? id,
      score,
      terms: terms.map(one),
    }));
}
