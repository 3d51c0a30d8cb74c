import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import { formatCount, formatDate, formatOrdinal } from './format.ts';
import { type Content, html, join, type Markup, raw } from './html.ts';
import { type Card, paperCard } from './paper-card.ts';
import { paperLinks } from './paper-links.ts';

/** A paper to step to. */
export interface Neighbour {
  slug: string;
  titleHtml: string;
}

/** One place where a paper was seen: `date` null for an undated feed, `position` from 1 among the `papers` there. */
export interface PaperAppearance {
  date: string | null;
  position: number;
  papers: number;
}

/**
 * What the page of a paper shows besides the paper itself.
 *
 * - `authors`: `slug` null where the author has no page.
 * - `appearances`: in the order of their dates, undated last.
 * - `previous`, `next`: around it in the first digest that had it.
 * - `citations`: name of a format, the citation in it, and the address of its file (null where there is none).
 */
export interface PaperContext {
  urls: Urls;
  topics: readonly { slug: string; name: string }[];
  authors: readonly { name: string; slug: string | null }[];
  appearances: readonly PaperAppearance[];
  related: readonly { card: Card; terms: readonly string[] }[];
  previous: Neighbour | null;
  next: Neighbour | null;
  citations: readonly { format: string; file: string | null; text: string }[];
}

/** The main part of a paper's page. */
export function paperMain(entry: Entry, rendered: RenderedEntry, context: PaperContext): string {
  return html`<article class="paper" data-paper="${entry.paper.slug}">
    <header class="paper-header">
      <h1>${raw(rendered.titleHtml)}</h1>
      ${byline(entry, context)}${facts(entry)}
      <ul class="paper-links" aria-label="The paper elsewhere">
        ${paperLinks(entry).map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}
      </ul>
    </header>
    <div class="paper-text">${abstractSection(entry, rendered)}${citeSection(context)}</div>
    <aside class="rail" aria-label="About this paper">
      ${topicsSection(context)}${appearancesSection(context)}
    </aside>
    ${relatedSection(context)}${neighbours(context)}
  </article>`.text;
}

const maxAuthorsShown = 24;

function byline({ paper }: Entry, { authors, urls }: PaperContext): Markup {
  const { authorCount, organization } = paper;
  const names = authors.map(({ name, slug }) =>
    slug === null ? html`<span>${name}</span>` : html`<a href="${urls.author(slug)}">${name}</a>`,
  );
  const shown = join(names.slice(0, maxAuthorsShown), ', ');
  const rest = names.slice(maxAuthorsShown);
  const counted =
    names.length === 0 && authorCount !== null && html`<span>${formatCount(authorCount, 'author')}</span>`;
  const parts = [
    names.length > 0 && shown,
    counted,
    organization !== null && html`<span>${organization}</span>`,
  ];
  const line = join(parts, raw(' <span class="dot">·</span> '));
  if (line.text === '') return line;
  return html`<div class="byline">
    <p>${line}</p>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>and ${formatCount(rest.length, 'more author')}</summary>
        <p>${join(rest, ', ')}</p>
      </details>`
    }
  </div>`;
}

function facts({ paper }: Entry): Markup {
  const { published, updated, arxivId, doi, upvotes, comments } = paper;
  const parts: Content[] = [
    published !== null &&
      html`<span>published <time datetime="${published}">${formatDate(published)}</time></span>`,
    updated !== null &&
      updated !== published &&
      html`<span>updated <time datetime="${updated}">${formatDate(updated)}</time></span>`,
    arxivId !== null && html`<span>arXiv ${arxivId}</span>`,
    doi !== null && html`<span>DOI ${doi}</span>`,
    upvotes !== null && upvotes > 0 && html`<span>${formatCount(upvotes, 'upvote')}</span>`,
    comments !== null && comments > 0 && html`<span>${formatCount(comments, 'comment')}</span>`,
  ];
  const line = join(parts, raw(' <span class="dot">·</span> '));
  return line.text === '' ? line : html`<p class="meta">${line}</p>`;
}

function abstractSection(entry: Entry, rendered: RenderedEntry): Markup {
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
    ${scraped}${paper.tex === 'authors' && rendered.hasMath && html`<p class="note">Formulas are the authors’ own TeX.</p>`}${
      paper.summary !== null &&
      html`<details class="summary">
        <summary>Summary given by the feed</summary>
        <div class="prose"><p>${paper.summary}</p></div>
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

function citeSection({ citations }: PaperContext): Markup {
  if (citations.length === 0) return html``;
  return html`<section class="cite">
    <h2>Cite</h2>
    ${citations.map(
      ({ format, file, text }) =>
        html`<details>
          <summary>${format}</summary>
          <pre tabindex="0">${text}</pre>
          ${file !== null && html`<p class="cite-file"><a href="${file}" download>Download ${format}</a></p>`}
        </details>`,
    )}
  </section>`;
}

function topicsSection({ topics, urls }: PaperContext): Markup {
  if (topics.length === 0) return html``;
  return html`<section>
    <h2>Topics</h2>
    <ul>
      ${topics.map(({ slug, name }) => html`<li><a href="${urls.topic(slug)}">${name}</a></li>`)}
    </ul>
  </section>`;
}

function appearancesSection({ appearances, urls }: PaperContext): Markup {
  return html`<section>
    <h2>Seen in</h2>
    <ul>
      ${appearances.map(({ date, position, papers }) => {
        const where =
          date === null
            ? html`<a href="${urls.undated()}">Undated list</a>`
            : html`<a href="${urls.date(date)}">${formatDate(date)}</a>`;
        return html`<li>${where} <span class="count">${formatOrdinal(position)} of ${papers}</span></li>`;
      })}
    </ul>
  </section>`;
}

function relatedSection({ related, urls }: PaperContext): Markup {
  if (related.length === 0) return html``;
  return html`<section class="related">
    <h2>Related papers</h2>
    <ol class="cards">
      ${related.map(({ card, terms }) =>
        paperCard(card, urls, { reason: terms.length > 0 && `In common: ${terms.join(', ')}` }),
      )}
    </ol>
  </section>`;
}

function neighbours({ previous, next, urls }: PaperContext): Markup {
  if (previous === null && next === null) return html``;
  const step = (paper: Neighbour | null, rel: 'prev' | 'next', word: string): Content =>
    paper !== null &&
    html`<a rel="${rel}" href="${urls.paper(paper.slug)}"><span>${word}</span> ${raw(paper.titleHtml)}</a>`;
  return html`<nav class="neighbours" aria-label="In the same digest">
    ${step(previous, 'prev', 'Previous')}${step(next, 'next', 'Next')}
  </nav>`;
}
