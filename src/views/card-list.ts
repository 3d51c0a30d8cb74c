import type { Urls } from '#site/urls.ts';
import { formatAny } from './format.ts';
import { html, type Markup } from './html.ts';
import { type Card, type CardPlace, paperCard, repeatedCard } from './paper-card.ts';

/**
 * Cards one below the other. All stand in the same way but for what `placeOf` says of each; all have numbers or none.
 */
export function cardList(
  cards: readonly Card[],
  urls: Urls,
  placeOf: (card: Card, index: number) => CardPlace = () => ({}),
): Markup {
  const places = cards.map(placeOf);
  return html`<ol class="cards${places[0]?.number !== undefined && ' numbered'}">
    ${cards.map((card, index) => paperCard(card, urls, places[index]))}
  </ol>`;
}

/** One paper of a digest: its card, its place in the feeds' order, and the earlier day that had it. */
export interface DigestItem {
  card: Card;
  position: number;
  seenBefore: string | null;
}

/** The papers of a digest, numbered in the feeds' order; those seen before are folded at their place. */
export function digestList(items: readonly DigestItem[], urls: Urls, heading: 2 | 3 = 2): Markup {
  return html`<ol class="cards numbered">
    ${items.map(({ card, position, seenBefore }) => {
      const place: CardPlace = {
        number: position,
        heading,
        showDate: false,
        fact: formatAny(card.upvotes, 'upvote'),
      };
      return seenBefore === null ? paperCard(card, urls, place) : repeatedCard(card, urls, seenBefore, place);
    })}
  </ol>`;
}
