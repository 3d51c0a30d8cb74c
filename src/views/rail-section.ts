import { formatNumber } from './format.ts';
import { html, type Markup } from './html.ts';

/** A link of a rail, and how many papers there are behind it; `day` is the date of the digest it leads to. */
export interface RailLink {
  name: string;
  url: string;
  count?: number;
  current?: boolean;
  day?: string;
}

/** Links of a rail below a heading. */
export const railSection = (heading: string, links: readonly RailLink[]): Markup =>
  html`<section>
    <h2>${heading}</h2>
    <ul>
      ${links.map(
        (link) =>
          html`<li>
            ${anchor(link)}${link.count !== undefined && html` <span class="count">${formatNumber(link.count)}</span>`}
          </li>`,
      )}
    </ul>
  </section>`;

function anchor({ name, url, current, day }: RailLink): Markup {
  const link =
    current === true
      ? html`<a href="${url}" aria-current="page">${name}</a>`
      : html`<a href="${url}">${name}</a>`;
  return day === undefined ? link : html`<span data-day="${day}">${link}</span>`;
}
