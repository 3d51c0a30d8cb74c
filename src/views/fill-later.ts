/**
 * Lists of cards are nine tenths of the pages that Astro lays out, and pass through it and the response of each page
 * several times. So a page may ask that a part of it be filled in after Astro has laid it out; a comment keeps its
 * place, which texts cannot forge, since they are escaped.
 */
const key = Symbol.for('paper-digest.fillings');
const shared = globalThis as { [key]?: Fillings };

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

/** The parts that no page was cut for yet, by the numbers of their places; `next` is the number of the next one. */
interface Fillings {
  next: number;
  waiting: Map<number, Filling>;
}

/** A page cut at its places: the texts around them, one more than there are parts. */
export interface CutPage {
  texts: readonly string[];
  fillings: readonly Filling[];
}

/** A part of a page, or its place where parts are filled in later: see `Filling`. */
export function fillLater(papers: readonly string[], how: unknown, write: () => string): string {
  const fillings = shared[key];
  if (fillings === undefined) return write();
  fillings.waiting.set(fillings.next, { papers, how, write });
  return `<!--digest:${fillings.next++}-->`;
}

/** From now on pages leave places for parts, across all copies of this module. */
export function beginFillings(): void {
  shared[key] = { next: 0, waiting: new Map() };
}

/** Cuts a page at its places, whose parts it takes: each page is cut once. */
export function cutAtFillings(html: string): CutPage {
  const pieces = html.split(place);
  const take = (number: number): Filling => {
    const { waiting } = shared[key]!;
    const filling = waiting.get(number)!;
    waiting.delete(number);
    return filling;
  };
  return {
    texts: pieces.filter((_, index) => index % 2 === 0),
    fillings: pieces.filter((_, index) => index % 2 === 1).map((number) => take(Number(number))),
  };
}

/** The texts of a page and its parts, in order. */
export const filled = ({ texts, fillings }: CutPage): string[] =>
  texts.flatMap((text, index) => (index === 0 ? [text] : [fillings[index - 1]!.write(), text]));

/** Forgets all parts: pages have them in place again. */
export function endFillings(): void {
  delete shared[key];
}
