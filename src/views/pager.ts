import { html, type Markup } from './html.ts';

/** A page among others, as links name it. */
interface Place {
  label: string;
  url: string;
}

/**
 * Links to the pages of a list: its neighbours, the first, the last and those around. Nothing when there is only
 * one. `page` counts from 1.
 */
export function pager(page: number, pages: number, urlOf: (page: number) => string): Markup {
  return placesPager(page - 1, pages, (index) => ({ label: String(index + 1), url: urlOf(index + 1) }));
}

/**
 * The same for a list with `pages` archive pages, numbered from the oldest (see `#site/list-pages.ts`). `number` is
 * that of the archive page, null on the main page, whose address `urlOf` tells when it is asked for no number.
 */
export function archivePager(
  number: number | null,
  pages: number,
  urlOf: (number?: number) => string,
): Markup {
  const numberAt = (index: number): number => pages + 1 - index;
  return placesPager(number === null ? 0 : numberAt(number), pages + 1, (index) =>
    index === 0
      ? { label: 'Newest', url: urlOf() }
      : { label: String(numberAt(index)), url: urlOf(numberAt(index)) },
  );
}

/** Links to some of `count` places, newest first, of which that at `current` is where one is. */
function placesPager(current: number, count: number, placeAt: (index: number) => Place): Markup {
  if (count <= 1) return html``;
  const shown = [...new Set([0, current - 1, current, current + 1, count - 1])].filter(
    (index) => index >= 0 && index < count,
  );
  const step = (word: string, rel: string, index: number) =>
    index >= 0 && index < count
      ? html`<a class="pager-step" rel="${rel}" href="${placeAt(index).url}">${word}</a>`
      : html`<span class="pager-step"></span>`;
  return html`<nav class="pager" aria-label="Pages">
    ${step('Newer', 'prev', current - 1)}
    <ol>
      ${shown.map(
        (index, order) =>
          html`${order > 0 && index - shown[order - 1]! > 1 && html`<li class="pager-gap">…</li>`}
            <li>${pageLink(placeAt(index), index === current)}</li>`,
      )}
    </ol>
    ${step('Older', 'next', current + 1)}
  </nav>`;
}

function pageLink({ label, url }: Place, isCurrent: boolean): Markup {
  if (isCurrent) return html`<a href="${url}" aria-current="page">${label}</a>`;
  const isNumber = /^\d/.test(label);
  return html`<a href="${url}">${isNumber && html`<span class="visually-hidden">Page </span>`}${label}</a>`;
}
