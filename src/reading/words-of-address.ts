/** The words of a slug, to search for what is not at an address: `/papers/a-b-c/` -> `a b c`; none for a short one. */
export function wordsOfAddress(path: string): string {
  let slug = path.split('/').findLast((part) => part !== '') ?? '';
  try {
    slug = decodeURIComponent(slug);
  } catch {
    // An address with a stray percent sign is taken as it is.
  }
  const words = slug
    .replace(/\.\w+$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length > 1 ? words.join(' ') : '';
}
