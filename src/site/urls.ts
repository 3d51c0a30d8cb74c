import type { SiteConfig } from './schema.ts';

/** Formats of outgoing feeds: the file name is the same wherever a feed stands. */
export const syndicationFiles = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;

export type SyndicationFormat = keyof typeof syndicationFiles;

/**
 * Every address of the site, made in this one place. All are paths from the root of the host, the base path
 * included; `absolute` makes a path a full URL.
 *
 * `page` counts from 1; the first page of a list has no number in its address. `archivePage` counts from 1, too, but
 * from the oldest (see `list-pages.ts`); the main page of such a list has no number. `syndication(format, below)` is
 * the outgoing feed of the page whose path is `below` (the whole site's when left out), `archive(number, below)` one of
 * its archive documents, counted from 1.
 */
export function createUrls({ url, base }: Pick<SiteConfig, 'url' | 'base'>) {
  const origin = url.replace(/\/+$/, '');
  const at = (path: string): string => base + path;
  const paged = (path: string, page: number): string => at(page > 1 ? `${path}${page}/` : path);
  const archived = (path: string, number?: number): string =>
    at(number === undefined ? path : `${path}${number}/`);
  return {
    absolute: (path: string): string => origin + path,
    file: at,

    home: at(''),
    about: at('about/'),
    search: at('search/'),
    openSearch: at('opensearch.xml'),
    saved: at('saved/'),
    status: at('status/'),
    subscribe: at('subscribe/'),
    trends: at('trends/'),
    trendsCsv: at('trends.csv'),
    top: (period?: string): string => at(period === undefined ? 'top/' : `top/${period}/`),

    paper: (slug: string): string => at(`papers/${slug}/`),
    paperSocialImage: (slug: string): string => at(`papers/${slug}/social.png`),
    paperBibtex: (slug: string): string => at(`papers/${slug}/cite.bib`),
    paperRis: (slug: string): string => at(`papers/${slug}/cite.ris`),
    paperData: (slug: string): string => at(`data/${slug}.json`),
    papersData: at('data/papers.jsonl.gz'),
    topicData: (slug: string): string => at(`data/topics/${slug}.json`),
    dataSchema: at('data/schema/v1.json'),

    authors: at('authors/'),
    author: (slug: string): string => at(`authors/${slug}/`),

    topics: at('topics/'),
    topic: (slug: string, archivePage?: number): string => archived(`topics/${slug}/`, archivePage),
    topicYear: (slug: string, year: string, archivePage?: number): string =>
      archived(`topics/${slug}/${year}/`, archivePage),

    dates: at('dates/'),
    date: (date: string, page = 1): string => paged(`dates/${date}/`, page),
    undated: (page = 1): string => paged('dates/undated/', page),
    week: (week: string, page = 1): string => paged(`dates/${week}/`, page),
    month: (month: string, page = 1): string => paged(`dates/${month}/`, page),
    year: (year: string): string => at(`dates/${year}/`),

    published: at('published/'),
    publishedYear: (year: string, archivePage?: number): string =>
      archived(`published/${year}/`, archivePage),

    syndication: (format: SyndicationFormat, below = at('')): string => below + syndicationFiles[format],
    archive: (number: number, below = at('')): string => `${below}archive-${number}.xml`,
    feedXsl: at('feed.xsl'),
    feedCss: at('feed.css'),
    digestEmail: (date: string): string => at(`dates/${date}/email.html`),
    digestEmailText: (date: string): string => at(`dates/${date}/email.txt`),
    code: at('code/'),
    codePage: (archivePage?: number): string => archived('code/', archivePage),
    opml: at('opml.xml'),

    socialImage: at('social.png'),
    licenses: at('licenses.txt'),
    siteCss: at('site.css'),
    mathCss: at('math.css'),
    themeScript: at('theme.js'),
    favicon: at('favicon.svg'),
    /** The same on paper, for home screens and feed readers, which know no SVG; the first is for Apple's. */
    touchIcon: at('apple-touch-icon.png'),
    icon: at('icon-512.png'),
    webManifest: at('manifest.webmanifest'),
    sitemap: at('sitemap.xml'),
    sitemapFile: (file: number): string => at(`sitemap-${file}.xml`),
  };
}

export type Urls = ReturnType<typeof createUrls>;
