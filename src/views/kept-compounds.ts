import { html, type Markup, raw } from './html.ts';

/** Letters, hyphens included, of the longest compound that fits a line of a phone at the size of a title. */
const maxLetters = 18;

const compound = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}-])/gu;

/**
 * A rendered title whose short compounds (`few-shot`, `state-of-the-art`) stay in one line each, for which style sheets
 * have no property. One with a formula stays as it is, since its markup has hyphens that are none of the text.
 */
export function keptCompounds(titleHtml: string): Markup {
  if (titleHtml.includes('<span')) return raw(titleHtml);
  return raw(
    titleHtml.replace(compound, (word) =>
      word.length > maxLetters ? word : html`<span class="nowrap">${word}</span>`.text,
    ),
  );
}
