/**
 * Lists of cards are nine tenths of the pages that Astro lays out, and pass through it and the response of each page
 * several times. So a page may ask that a part of it be filled in after Astro has laid it out; a comment keeps its
 * place, which texts cannot forge, since they are escaped.
 */
const key = Symbol.for('paper-digest.fillings');
const shared = globalThis as { [key]?: Filling[] };

const place = /<!--digest:(\d+)-->/;

/**
 * A part that `write` makes. All that it depends on is the site, its taxonomy, the papers with the ids `papers`, and
 * `how`, anything that JSON can say.
 */
export interface Filling {
  papers: readonly string[];
  how: unknown;
  write: () => string;
}

/** A page cut at its places: the texts around them, one more than there are parts. */
export interface CutPage {
  texts: readonly string[];
  fillings: readonly Filling[];
}

/** A part of a page, or its place where parts are filled in later: see `Filling`. */
export function fillLater(papers: readonly string[], how: unknown, write: () => string): string {
  const fillings = shared[key];
  return fillings === undefined ? write() : `<!--digest:${fillings.push({ papers, how, write }) - 1}-->`;
}

/** From now on pages leave places for parts, across all copies of this module. */
export function beginFillings(): void {
  shared[key] = [];
}

/** Cuts a page at its places. */
export function cutAtFillings(html: string): CutPage {
  const pieces = html.split(place);
  return {
    texts: pieces.filter((_, index) => index % 2 === 0),
    fillings: pieces.filter((_, index) => index % 2 === 1).map((number) => shared[key]![Number(number)]!),
  };
}

/** The texts of a page and its parts, in order. */
export const filled = ({ texts, fillings }: CutPage): string[] =>
  texts.flatMap((text, index) => (index === 0 ? [text] : [fillings[index - 1]!.write(), text]));

/** Forgets all parts: pages have them in place again. */
export function endFillings(): void {
  delete shared[key];
}
