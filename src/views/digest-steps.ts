import { html, type Content, type Markup } from './html.ts';

/** A neighbour in time: its name, and where it is. */
export interface Step {
  name: string;
  url: string;
}

/** Links to the neighbours of a day, week, month or year, older one first, beside a line about it. */
export function digestSteps(
  label: string,
  { older, newer }: { older: Step | null; newer: Step | null },
  line: Content,
): Markup {
  return html`<div class="steps">
    <p>${line}</p>
    ${
      (older ?? newer) !== null &&
      html`<nav aria-label="${label}">
        ${older && html`<a rel="prev" href="${older.url}"><span aria-hidden="true">‹ </span>${older.name}</a>`}
        ${newer && html`<a rel="next" href="${newer.url}">${newer.name}<span aria-hidden="true"> ›</span></a>`}
      </nav>`
    }
  </div>`;
}

/** The steps from one of several keys, the newest first, to its neighbours. */
export function stepsBetween(
  keys: readonly string[],
  key: string,
  stepTo: (other: string) => Step,
): { older: Step | null; newer: Step | null } {
  const index = keys.indexOf(key);
  const to = (other: string | undefined) => (other === undefined ? null : stepTo(other));
  return { older: to(keys[index + 1]), newer: to(keys[index - 1]) };
}
