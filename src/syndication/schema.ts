/** One entry of an outgoing feed: a paper, or a day's digest. */
export interface FeedItem {
  /** Permanent, whatever becomes of the text, the site's address or the other entries. */
  id: string;
  /** The page of the item, absolute. */
  url: string;
  /** Plain text with its mathematics in Unicode, since titles of feeds have no markup. */
  title: string;
  /** The whole text, plain as the title is: what readers show that drop MathML. */
  summary: string;
  /** The whole text as HTML, each formula once, as MathML. */
  html: string;
  /** The day of the first digest that had it (ISO), else of its publication; null when neither is known. */
  date: string | null;
  /** How many stood before it in the list of that day; 0 where there is none. */
  place: number;
  authors: readonly string[];
  categories: readonly Category[];
}

/** A topic: `term` is its slug, `label` its name. */
export interface Category {
  term: string;
  label: string;
}

/** What an outgoing feed says of itself. All addresses are absolute. */
export interface Channel {
  title: string;
  description: string;
  language: string;
  /** Permanent, as those of items. */
  id: string;
  /** The page that the feed belongs to. */
  pageUrl: string;
  /** The feed's own address in each format. */
  feedUrls: Record<'rss' | 'atom' | 'json', string>;
  /** The addresses of the archive documents, oldest first; empty where there are none. */
  archiveUrls: readonly string[];
  /** Who is named where the authors of a paper are not known. */
  publisher: string;
  /** A square image of the site. */
  iconUrl: string;
  /** The XSL and the CSS with which browsers show the feed. */
  viewUrls: { xsl: string; css: string };
}
