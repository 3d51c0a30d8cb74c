import { texToPlain } from '#abstracts/render.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import { formatCount } from './format.ts';
import { html, type Markup, raw } from './html.ts';

/**
 * A paper's abstract. Where it was put together again from damaged text, a note says so, and a switch (without
 * script) shows the text as it was scraped instead.
 */
export function paperAbstract(entry: Entry, rendered: RenderedEntry): Markup {
  const { paper, title, abstract } = entry;
  if (rendered.abstractHtml === '')
    return html`<section class="abstract">
      <h2 class="visually-hidden">Abstract</h2>
      <p class="empty">
        No feed had an abstract of this paper. The links above lead to where it may be read.
      </p>
    </section>`;
  const reconstructed = [...title.formulas, ...abstract.formulas].filter(
    (formula) => formula.reconstructed,
  ).length;
  const changed = paper.tex === 'damaged' && (abstract.text !== paper.abstract || title.text !== paper.title);
  const scraped = changed && html`<div class="prose scraped"><p>${paper.abstract}</p></div>`;
  return html`<section class="abstract">
    <h2 class="visually-hidden">Abstract</h2>
    ${changed && scrapedSwitch(reconstructed)}
    <div class="prose restored">${raw(rendered.abstractHtml)}</div>
    ${scraped}${paper.tex === 'authors' && rendered.hasMath && html`<p class="note">Formulas are the authors’ own TeX.</p>`}${paper.tex === 'owner' && html`<p class="note">This abstract was corrected by hand.</p>`}${
      paper.summary !== null &&
      html`<details class="summary">
        <summary>Summary given by the feed</summary>
        <div class="prose"><p>${texToPlain(paper.summary)}</p></div>
      </details>`
    }
  </section>`;
}

function scrapedSwitch(reconstructed: number): Markup {
  return html`<p class="note scraped-switch">
    ${reconstructed > 0 && html`<span><span class="key">${formatCount(reconstructed, 'formula')}</span> reconstructed from damaged text</span>`}<label
      ><input type="checkbox" id="as-scraped" /> Show the text as scraped</label
    >
  </p>`;
}
