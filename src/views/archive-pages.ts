import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry } from '#corpus/schema.ts';
import { archivePageCount, archivePageOf } from '#site/list-pages.ts';
import { createUrls } from '#site/urls.ts';
import { haveMath } from './digest-days.ts';
import { html, type Content, type Markup } from './html.ts';
import { publicationYearsRail, topicRail } from './list-rails.ts';
import { laterCards, monthSections, monthsSpan, type MonthsOfList } from './month-sections.ts';
import { pageHead } from './page-head.ts';
import { archivePager } from './pager.ts';
import { monthsOfPublished, papersByPublicationYear } from './publication-years.ts';
import type { StampedPage } from './stamped-page.ts';
import { entriesByYear, monthsOfTopic, topicYearTitle } from './topic-years.ts';
import { withCode } from './with-code.ts';

/** A list with archive pages: what they say of it, and how they show some of its papers. */
interface ArchivedList {
  room: StampedPage['room'];
  title: string;
  entries: readonly Entry[];
  urlOf: (archivePage?: number) => string;
  feeds?: readonly { title: string; below: string }[];
  months: MonthsOfList;
  cards: (shown: readonly Entry[]) => Markup;
  rail?: () => Markup;
}

/** The archive pages of all lists of the site, one at a time. */
export function* archivePages(corpus: Corpus): Generator<StampedPage> {
  for (const list of archivedLists(corpus)) {
    const pages = archivePageCount(list.entries.length);
    if (pages === 0) continue;
    const rail = list.rail?.();
    for (let number = 1; number <= pages; number += 1) yield archivePage(corpus, list, number, rail);
  }
}

function archivePage(
  corpus: Corpus,
  { room, title, entries, urlOf, feeds = [], months, cards }: ArchivedList,
  number: number,
  rail: Markup | undefined,
): StampedPage {
  const urls = createUrls(corpus.site);
  const shown = archivePageOf(entries, number);
  const span = monthsSpan(shown, months.dateOf);
  const head = {
    title: `${title}, archive page ${number}`,
    description: `${title}: ${shown.length} papers, ${span}. Archive page ${number}, counted from the oldest.`,
    path: urlOf(number),
    feeds,
    hasMath: haveMath(
      corpus,
      shown.map(({ paper }) => paper.id),
    ),
  };
  const column: Content = html`<header class="page-header">
      <h1>${title}</h1>
      <p class="meta facts-line">
        <span>${span}</span> <span>archive page ${number}, counted from the oldest</span>
        <a href="${urlOf()}">the newest papers</a>
      </p>
    </header>
    ${cards(shown)}${archivePager(number, archivePageCount(entries.length), urlOf)}`;
  const main =
    rail === undefined
      ? column
      : html`<div class="columns">
          <div>${column}</div>
          ${rail}
        </div>`;
  return { room, path: urlOf(number), head: pageHead(head, corpus.site, urls).text, main: main.text };
}

function* archivedLists(corpus: Corpus): Generator<ArchivedList> {
  const urls = createUrls(corpus.site);
  const names = new Map(corpus.taxonomy.topics.map(({ slug, name }) => [slug, name]));
  for (const [slug, all] of corpus.byTopic) {
    const name = names.get(slug)!;
    const months = monthsOfTopic(urls);
    const common = {
      room: 'topics',
      feeds: [{ title: name, below: urls.topic(slug) }],
      months,
      cards: (shown) => monthSections(corpus, shown, months, { omitTopic: slug }),
    } satisfies Partial<ArchivedList>;
    const rail = (year: string | null) => () => topicRail(corpus, slug, year, false);
    yield { ...common, title: name, entries: all, urlOf: (page) => urls.topic(slug, page), rail: rail(null) };
    for (const [year, entries] of entriesByYear(all)) {
      const urlOf = (page?: number) => urls.topicYear(slug, year, page);
      yield { ...common, title: topicYearTitle(name, year), entries, urlOf, rail: rail(year) };
    }
  }
  for (const [year, entries] of papersByPublicationYear(corpus.entries))
    yield {
      room: 'published',
      title: `Published in ${year}`,
      entries,
      urlOf: (page) => urls.publishedYear(year, page),
      months: monthsOfPublished,
      cards: (shown) => monthSections(corpus, shown, monthsOfPublished),
      rail: () => publicationYearsRail(corpus, year),
    };
  yield {
    room: 'code',
    title: 'Papers with code',
    entries: withCode(corpus).map((id) => corpus.entryById.get(id)!),
    urlOf: urls.codePage,
    feeds: [{ title: 'Papers with code', below: urls.code }],
    months: { dateOf: ({ paper }) => entryDate(paper), urlOf: () => null },
    cards: (shown) =>
      laterCards(
        corpus,
        shown.map(({ paper }) => paper.id),
        () => ({ heading: 2 }),
      ),
  };
}
