import { html, type Markup } from './html.ts';

/**
 * Links to the pages of a list: its neighbours, the first, the last and those around. Nothing when there is only
 * one. `page` counts from 1.
 */
export function pager(page: number, pages: number, urlOf: (page: number) => string): Markup {
  if (pages <= 1) return html``;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return html`<nav class="pager" aria-label="Pages">
    ${step('Newer', 'prev', page - 1, pages, urlOf)}
    <ol>
      ${shown.map(
        (n, index) =>
          html`${index > 0 && n - shown[index - 1]! > 1 && html`<li class="pager-gap">…</li>`}
            <li>
              ${
                n === page
                  ? html`<a href="${urlOf(n)}" aria-current="page">${n}</a>`
                  : html`<a href="${urlOf(n)}"><span class="visually-hidden">Page </span>${n}</a>`
              }
            </li>`,
      )}
    </ol>
    ${step('Older', 'next', page + 1, pages, urlOf)}
  </nav>`;
}

function step(
  word: string,
  rel: string,
  page: number,
  pages: number,
  urlOf: (page: number) => string,
): Markup {
  if (page < 1 || page > pages) return html`<span class="pager-step"></span>`;
  return html`<a class="pager-step" rel="${rel}" href="${urlOf(page)}">${word}</a>`;
}
