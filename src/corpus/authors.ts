import { entryDate, newestFirst } from './entry-date.ts';
import type { AuthorRecord, Entry } from './schema.ts';

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The slug of the author of this name; empty for a name without letters and digits. */
export const authorSlug = (name: string): string => fold(name).replaceAll(' ', '-');

/**
 * Groups entries by author. Two spellings are one author only when they agree but for case, accents, punctuation and
 * white space: initials are never taken for a full name, since a wrong page is worse than two. The name shown is the
 * commonest spelling (ties: the smallest by code units). The slug is the folded name, so it never depends on who else is there.
 */
export function groupAuthors(entries: readonly Entry[]): AuthorRecord[] {
  const groups = new Map<string, { spellings: Map<string, number>; entries: Set<Entry> }>();
  for (const entry of entries) {
    for (const name of entry.paper.authors) {
      const key = fold(name);
      if (key === '') continue;
      const group = groups.get(key) ?? { spellings: new Map(), entries: new Set() };
      groups.set(key, group);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      group.entries.add(entry);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [name] = [...group.spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]!;
      const dated = [...group.entries].map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }));
      return { slug: authorSlug(key), name, entries: dated.sort(newestFirst).map(({ id }) => id) };
    });
}
