import { fold } from './fold.ts';

/** Longest slug in characters; keeps paths short on every file system. */
export const maxSlugLength = 80;

/**
 * The words of a text joined by `-`, in `[a-z0-9-]` only, cut at a word, or within the first where that alone is
 * longer; empty when the text has no Latin or Greek letters and no digits.
 */
export function slugify(text: string): string {
  const words = fold(text)
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, maxSlugLength) : `${slug}-${word}`;
    if (longer.length > maxSlugLength) break;
    slug = longer;
  }
  return slug;
}
