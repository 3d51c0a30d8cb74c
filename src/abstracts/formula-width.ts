/** A line of a telephone holds about this many characters of a formula. */
const maxUnbrokenCharacters = 26;

/**
 * Whether a formula has a part that cannot be broken, as KaTeX breaks lines between its bases only, and is too wide.
 */
export function isWide(katexHtml: string): boolean {
  const bases = katexHtml.slice(katexHtml.indexOf('class="katex-html"')).split('class="katex-base"').slice(1);
  return bases.some(
    (base) => base.replace(/<[^>]*>?/g, '').replace(/&[^;]*;/g, '&').length > maxUnbrokenCharacters,
  );
}
