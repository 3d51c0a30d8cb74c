import type { Urls } from '#site/urls.ts';
import { formatCount, formatNumber, formatShortDate } from './format.ts';
import { factsLine } from './facts-line.ts';
import { type Content, html, type Markup, raw } from './html.ts';
import { keptCompounds } from './kept-compounds.ts';

/**
 * What a card shows of a paper, wherever it stands: lists, related papers, search results, saved papers.
 * `titleHtml` and `abstractHtml` are rendered and safe; all else is plain text, but that `authors` may have marks.
 *
 * - `abstractHtml`: null leaves the abstract out; it opens in place otherwise.
 * - `date`: the first digest that had the paper. `hasCode`: some link of kind `code`; `codeUrl`: the first of them,
 *   where it is known, as it is not of search results. `upvotes`: left out where no list says them.
 */
export interface Card {
  slug: string;
  titleHtml: string;
  abstractHtml: string | null;
  topics: readonly { slug: string; name: string }[];
  date: string | null;
  published: string | null;
  authors: string | Markup | null;
  hasCode: boolean;
  codeUrl?: string | undefined;
  upvotes?: number | null;
}

/**
 * How a card stands in its list.
 *
 * - `number`: its place in a numbered list.
 * - `heading`: level of its title, below the heading of the list (default 3).
 * - `showDate`: whether the day it was seen is worth a word (not in the digest of that day; default true), and the
 *   card is marked when that is new to the reader (`data-day`).
 * - `omitTopic`: slug of the topic whose list it is.
 * - `fact`: one more fact, which is said first, such as what the list is ordered by.
 * - `reason`: a line on why it stands there (shared terms, the matching sentence).
 */
export interface CardPlace {
  number?: number;
  heading?: 2 | 3 | 4;
  showDate?: boolean;
  omitTopic?: string;
  fact?: string | undefined;
  reason?: Content;
}

/** Topics that a card names, so that its facts are one line on most screens; the paper's page has them all. */
const maxTopics = 2;

/** A paper in a list: its title, one quiet line about it, and its abstract on request. */
export function paperCard(card: Card, urls: Urls, place: CardPlace = {}): Markup {
  const { number, showDate = true } = place;
  const day = showDate && card.date !== null && html`data-day="${card.date}"`;
  return html`<li class="card" data-paper="${card.slug}" ${day}>
    ${cardNumber(number)}${cardBody(card, urls, place)}
  </li>`;
}

/**
 * A paper that an earlier digest had, folded into one line at its place; the card opens in place.
 * `seenBefore` is the date of that digest.
 */
export function repeatedCard(card: Card, urls: Urls, seenBefore: string, place: CardPlace = {}): Markup {
  const since = html`<span class="repeat-since"><span>seen </span>${formatShortDate(seenBefore)}</span>`;
  return html`<li class="card repeat" data-paper="${card.slug}">
    <details>
      <summary>
        ${cardNumber(place.number)}<span class="repeat-title">${raw(card.titleHtml)}</span>${since}
      </summary>
      ${cardBody(card, urls, place)}
    </details>
  </li>`;
}

const cardNumber = (number: number | undefined): Content =>
  number !== undefined && html`<span class="card-number">${number}</span>`;

function cardBody(card: Card, urls: Urls, place: CardPlace): Markup {
  const level = raw(`h${place.heading ?? 3}`);
  const reason = place.reason && html`<p class="card-reason">${place.reason}</p>`;
  const abstract =
    card.abstractHtml !== null &&
    html`${abstractInPlace(card.abstractHtml)}
      <p class="card-marks needs-js">
        ${markButton('read', 'Mark as read')}${markButton('hidden', 'Hide')}
      </p>`;
  const title = html`<a href="${urls.paper(card.slug)}">${keptCompounds(card.titleHtml)}</a>`;
  const foot = html`<div class="card-foot">
    ${cardMeta(card, urls, place)}${reason}${markButton('saved', 'Save')}${abstract}
  </div>`;
  return html`<${level} class="card-title">${title}</${level}>${foot}`;
}

function abstractInPlace(abstractHtml: string): Markup {
  if (abstractHtml === '') return html`<p class="card-reason">No abstract was in the feed.</p>`;
  return html`<details class="card-abstract">
    <summary>Abstract</summary>
    <div class="prose">${raw(abstractHtml)}</div>
  </details>`;
}

/** A button for the reader's own marks. It does nothing without the reading client, so it is not shown without. */
export function markButton(kind: 'saved' | 'read' | 'hidden', word: string): Markup {
  return html`<button type="button" class="mark mark-${kind} needs-js" data-mark="${kind}">${word}</button>`;
}

function cardMeta(card: Card, urls: Urls, { showDate = true, omitTopic, fact }: CardPlace): Markup {
  const topics = card.topics.filter(({ slug }) => slug !== omitTopic);
  const others = topics.slice(maxTopics).map(({ name }) => name);
  return factsLine([
    fact !== undefined && html`<span>${fact}</span>`,
    ...topics.slice(0, maxTopics).map(({ slug, name }) => html`<a href="${urls.topic(slug)}">${name}</a>`),
    others.length > 0 && html`<abbr title="${others.join(', ')}">+${others.length}</abbr>`,
    card.authors !== null && html`<span>${card.authors}</span>`,
    card.published !== null &&
      html`<time datetime="${card.published}">${formatShortDate(card.published)}</time>`,
    showDate &&
      card.date !== null &&
      card.date !== card.published &&
      html`<span>seen <a href="${urls.date(card.date)}">${formatShortDate(card.date)}</a></span>`,
    card.hasCode &&
      (card.codeUrl === undefined ? html`<span>code</span>` : html`<a href="${card.codeUrl}">code</a>`),
  ]);
}

/**
 * `Ada Lovelace`, `Ada Lovelace and Alan Turing`, `Ada Lovelace and 4 others`, `3 authors`, an organisation, or null.
 */
export function shortAuthors(
  authors: readonly string[],
  authorCount: number | null,
  organization: string | null,
): string | null {
  const [first, second] = authors;
  if (first === undefined) return authorCount === null ? organization : formatCount(authorCount, 'author');
  if (second === undefined) return first;
  return authors.length === 2
    ? `${first} and ${second}`
    : `${first} and ${formatNumber(authors.length - 1)} others`;
}
