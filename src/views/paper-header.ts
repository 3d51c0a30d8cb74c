import { maxAuthorsOnPage } from '#citation/first-authors.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import { factsLine } from './facts-line.ts';
import { formatAny, formatCount, formatDate, formatNumber } from './format.ts';
import { type Content, html, join, type Markup, raw } from './html.ts';
import { keptCompounds } from './kept-compounds.ts';
import { markButton } from './paper-card.ts';
import { paperLinks } from './paper-links.ts';
import type { PaperContext } from './paper-page.ts';

/** The head of a paper's page: title, who and when, where it is to be read, and what a reader can do with it. */
export function paperHeader(entry: Entry, rendered: RenderedEntry, context: PaperContext): Markup {
  return html`<header class="paper-header">
    <h1>${keptCompounds(rendered.titleHtml)}</h1>
    ${byline(entry, context)}${facts(entry)}
    <ul class="paper-links" aria-label="The paper elsewhere">
      ${paperLinks(entry).map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}
    </ul>
    <p class="actions needs-js">
      ${markButton('saved', 'Save')}${markButton('read', 'Mark as read')}${markButton('hidden', 'Hide')}
      <button type="button" data-copy="link">Copy link</button>
      <button type="button" data-copy="title">Copy title</button>
    </p>
  </header>`;
}

const maxAuthorsShown = 24;

function byline({ paper }: Entry, { authors, urls, hasFiles }: PaperContext): Markup {
  const { authorCount, organization, slug: paperSlug } = paper;
  const names = authors.map(({ name, slug }) =>
    slug === null ? html`<span>${name}</span>` : html`<a href="${urls.author(slug)}">${name}</a>`,
  );
  const shown = join(names.slice(0, maxAuthorsShown), ', ');
  const rest = names.slice(maxAuthorsShown, maxAuthorsOnPage);
  const unnamed = names.length - maxAuthorsOnPage;
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
        <summary>and ${formatCount(names.length - maxAuthorsShown, 'more author')}</summary>
        <p>
          ${join(rest, ', ')}${
            unnamed > 0 &&
            html` and ${formatNumber(unnamed)}
            more${hasFiles && html`, named in the <a href="${urls.paperData(paperSlug)}">data of this paper</a>`}`
          }
        </p>
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
    ...[formatAny(upvotes, 'upvote'), formatAny(comments, 'comment')].map(
      (count) => count !== undefined && html`<span>${count}</span>`,
    ),
  ];
  return factsLine(parts);
}
