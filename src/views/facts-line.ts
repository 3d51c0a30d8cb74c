import { type Content, html, join, type Markup } from './html.ts';

/** Facts in one quiet line. The style sheet sets dots between them, but none where a line begins or ends. */
export function factsLine(facts: readonly Content[]): Markup {
  const line = join(facts, ' ');
  return line.text === '' ? line : html`<p class="meta facts-line">${line}</p>`;
}
