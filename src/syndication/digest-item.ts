import { escapeMarkup } from '#abstracts/escape.ts';
import { toMathmlInline } from '#abstracts/feed-html.ts';
import type { Digest, Entry, RenderedEntry } from '#corpus/schema.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { longDate } from '#text/long-date.ts';
import { maxListedPapers, morePapers, paperCount } from './in-words.ts';
import { digestUrn } from './permanent-id.ts';
import type { FeedItem } from './schema.ts';

/** A paper of a digest, and the day of an earlier digest that had it. */
export interface DigestPaper {
  entry: Entry;
  rendered: Pick<RenderedEntry, 'titlePlain' | 'abstractPlain'>;
  seenBefore: string | null;
}

/** A dated digest as one entry of a feed: the titles of its papers, in its order. */
export function digestItem(
  date: NonNullable<Digest['date']>,
  papers: readonly DigestPaper[],
  site: SiteConfig,
  urls: Urls,
): FeedItem {
  const path = urls.date(date);
  const shown = papers.slice(0, maxListedPapers);
  const more = morePapers(papers.length);
  const summary = shown.map(
    ({ rendered, seenBefore }, index) => `${index + 1}. ${rendered.titlePlain}${repeated(seenBefore)}`,
  );
  const list = `<ol>${shown.map((paper) => listed(paper, urls)).join('')}</ol>`;
  return {
    id: digestUrn(site, date),
    url: urls.absolute(path),
    title: `${longDate(date)}: ${paperCount(papers.length)}`,
    summary: [...summary, ...(more === '' ? [] : [more])].join('\n'),
    html: more === '' ? list : `${list}<p><a href="${escapeMarkup(urls.absolute(path))}">${more}</a></p>`,
    date,
    place: 0,
    authors: [],
    categories: [],
  };
}

function listed({ entry, seenBefore }: DigestPaper, urls: Urls): string {
  const url = escapeMarkup(urls.absolute(urls.paper(entry.paper.slug)));
  return `<li><a href="${url}">${toMathmlInline(entry.title)}</a>${repeated(seenBefore)}</li>`;
}

const repeated = (seenBefore: string | null): string =>
  seenBefore === null ? '' : ` (seen before, ${longDate(seenBefore)})`;
