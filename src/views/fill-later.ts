/**
 * Lists of cards are nine tenths of the pages that Astro lays out, and pass through it and the response of each page
 * several times. So a page may ask that a part of it be filled in after Astro has laid it out; a comment keeps its
 * place, which texts cannot forge, since they are escaped.
 */
const key = Symbol.for('paper-digest.fillings');
const shared = globalThis as { [key]?: (() => string)[] };

const place = /<!--digest:(\d+)-->/;

/** The part of a page that `write` makes, or its place where parts are filled in later. */
export function fillLater(write: () => string): string {
  const fillings = shared[key];
  return fillings === undefined ? write() : `<!--digest:${fillings.push(write) - 1}-->`;
}

/** From now on pages leave places for parts, across all copies of this module. */
export function beginFillings(): void {
  shared[key] = [];
}

/** A page cut at its places: the texts between them and the parts that go there, in order. */
export function fill(html: string): string[] {
  return html.split(place).map((text, index) => (index % 2 === 0 ? text : shared[key]![Number(text)]!()));
}

/** Forgets all parts: pages have them in place again. */
export function endFillings(): void {
  delete shared[key];
}
