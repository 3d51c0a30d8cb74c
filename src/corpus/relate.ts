import type { Related } from '#related/schema.ts';
import type { Corpus } from './corpus.ts';

/** What papers are compared by. */
export function relatedDocuments({ entries }: Corpus): { id: string; title: string; abstract: string }[] {
  return entries.map(({ paper, title, abstract }) => ({
    id: paper.id,
    title: title.text,
    abstract: abstract.text,
  }));
}

/** Gives each entry of a corpus its related papers. Until then it has none. */
export function setRelated({ entries }: Corpus, related: ReadonlyMap<string, Related[]>): void {
  for (const entry of entries) entry.related = related.get(entry.paper.id) ?? [];
}
