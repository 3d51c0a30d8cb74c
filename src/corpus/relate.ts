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
