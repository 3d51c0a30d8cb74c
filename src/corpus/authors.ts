import { fold } from '#text/fold.ts';
import { entryDate, newestFirst } from './entry-date.ts';
import type { AuthorRecord, Entry } from './schema.ts';

/** Latin letters are folded to ASCII (`Łukasz`, `Weiß`, `Søren`, `Işık`); those of other scripts stay. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{Script=Latin}+/gu, fold)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Longer names are lists or damage, and too long for the name of a folder. */
const maxSlugLength = 80;

const slugs = new Map<string, string>();

/**
 * The slug of the author of this name; empty for a name without letters and digits, and for one too long. Kept, since
 * papers ask for it again when their pages are made.
 */
export function authorSlug(name: string): string {
  let slug = slugs.get(name);
  if (slug === undefined) {
    slug = folded(name).replaceAll(' ', '-');
    if (slug.length > maxSlugLength) slug = '';
    slugs.set(name, slug);
  }
  return slug;
}

/**
 * Groups entries by author, of those with at least `minPapers`. Two spellings are one author only when they agree but
 * for case, accents and punctuation: initials are never taken for a full name, nor `Guo-Jun` for `Guojun`, since a
 * wrong page is worse than two. The name shown is the commonest spelling (ties: the smallest by code units). The slug
 * never depends on who else is there.
 */
export function groupAuthors(entries: readonly Entry[], minPapers: number): AuthorRecord[] {
  const groups = new Map<string, { spellings: Map<string, number>; entries: Set<Entry> }>();
  for (const entry of entries) {
    for (const name of entry.paper.authors) {
      const slug = authorSlug(name);
      if (slug === '') continue;
      const group = groups.get(slug) ?? { spellings: new Map(), entries: new Set() };
      groups.set(slug, group);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      group.entries.add(entry);
    }
  }
  return [...groups]
    .filter(([, { entries: papers }]) => papers.size >= minPapers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, group]) => {
      const [name] = [...group.spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]!;
      const dated = [...group.entries].map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }));
      return { slug, name, entries: dated.sort(newestFirst).map(({ id }) => id) };
    });
}
