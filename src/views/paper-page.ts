import type { CitationRecord } from '#citation/schema.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import { formatDate, formatOrdinal } from './format.ts';
import { type Content, html, type Markup, raw } from './html.ts';
import { type Card, paperCard, shortAuthors } from './paper-card.ts';
import { paperAbstract } from './paper-abstract.ts';
import { paperCitations } from './paper-citations.ts';
import { paperHeader } from './paper-header.ts';

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
 * What the page of a paper shows besides the paper itself: of the rest of the corpus, and how it is cited.
 *
 * - `authors`: `slug` null where the author has no page.
 * - `appearances`: in the order of their dates, undated last.
 * - `previous`, `next`: around it in the first digest that had it.
 * - `hasFiles`: whether files for programs stand beside the page.
 * - `hasSocialImage`: whether an image of its own is drawn for it.
 */
export interface PaperContext {
  topics: readonly { slug: string; name: string }[];
  authors: readonly { name: string; slug: string | null }[];
  appearances: readonly PaperAppearance[];
  related: readonly { card: Card; terms: readonly string[] }[];
  previous: Neighbour | null;
  next: Neighbour | null;
  hasFiles: boolean;
  hasSocialImage: boolean;
  urls: Urls;
  citation: CitationRecord;
}

/** The main part of a paper's page. */
export function paperMain(entry: Entry, rendered: RenderedEntry, context: PaperContext): string {
  const { slug, authors, authorCount, organization } = entry.paper;
  const byline = shortAuthors(authors, authorCount, organization) ?? '';
  const hasCode = String(entry.links.some(({ kind }) => kind === 'code'));
  return html`<article class="paper" data-paper="${slug}" data-authors="${byline}" data-code="${hasCode}">
    ${paperHeader(entry, rendered, context)}
    <div class="paper-text">
      ${paperAbstract(entry, rendered)}${paperCitations(context.citation, context.urls, context.hasFiles)}
    </div>
    <aside class="rail" aria-label="About this paper">
      ${topicsSection(context)}${appearancesSection(context)}
    </aside>
    ${relatedSection(context)}${neighbours(context)}
  </article>`.text;
}

function topicsSection({ topics, urls }: PaperContext): Markup {
  if (topics.length === 0) return html``;
  return html`<section class="paper-topics">
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
