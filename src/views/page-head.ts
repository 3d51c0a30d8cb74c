import { mathFontFolder, usualMathFonts } from '#site/math-fonts.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { type Content, html, type Markup } from './html.ts';

/**
 * What the head of a page says of it.
 *
 * - `title`: without the site's name; null for the front page.
 * - `path`: the canonical address, from the root of the host. Null for pages that have none (404).
 * - `image`: address of its social image; the site's when left out.
 * - `feeds`: outgoing feeds to discover besides the whole site's, each by the path that it stands below.
 * - `hasMath`: whether KaTeX's style sheet is needed.
 * - `mathFonts`: files of the fonts that its formulas need, to be loaded before they are met, as lines would wrap anew
 *   when they come later; those that most formulas need when left out.
 * - `more`: further tags.
 */
export interface PageHead {
  title: string | null;
  description: string;
  path: string | null;
  type?: 'website' | 'article' | 'profile';
  image?: string;
  feeds?: readonly { title: string; below: string }[];
  hasMath?: boolean;
  mathFonts?: readonly string[];
  more?: Content;
}

/** The tags of a page's head that are the page's own. */
export function pageHead(page: PageHead, site: SiteConfig, urls: Urls): Markup {
  const {
    title,
    description,
    path,
    type = 'website',
    image = urls.socialImage,
    feeds = [],
    hasMath,
    mathFonts = usualMathFonts,
    more,
  } = page;
  const canonical = path !== null && urls.absolute(path);
  return html`<title>${title === null ? site.title : `${title} · ${site.title}`}</title
    ><meta name="description" content="${description}" />${
      canonical
        ? html`<link rel="canonical" href="${canonical}" /><meta property="og:url" content="${canonical}" />`
        : html`<meta name="robots" content="noindex" />`
    }<meta property="og:type" content="${type}" /><meta
      property="og:site_name"
      content="${site.title}"
    /><meta property="og:title" content="${title ?? site.title}" /><meta
      property="og:description"
      content="${description}"
    />${site.socialImages !== false && html`<meta property="og:image" content="${urls.absolute(image)}" /><meta property="og:image:width" content="1200" /><meta property="og:image:height" content="630" /><meta name="twitter:card" content="summary_large_image" />`}${[
      ...feeds,
      { title: site.title, below: urls.home },
    ].map((feed) => discoverable(feed, urls))}${hasMath && forMath(mathFonts, urls)}${more}`;
}

function forMath(fonts: readonly string[], urls: Urls): Markup {
  const preloads = fonts.map(
    (file) =>
      html`<link
        rel="preload"
        href="${urls.file(mathFontFolder + file)}"
        as="font"
        type="font/woff2"
        crossorigin
      />`,
  );
  return html`<link rel="stylesheet" href="${urls.mathCss}" />${preloads}`;
}

function discoverable({ title, below }: { title: string; below: string }, urls: Urls): Markup {
  return html`<link
      rel="alternate"
      type="application/rss+xml"
      title="${title} (RSS)"
      href="${urls.syndication('rss', below)}"
    /><link
      rel="alternate"
      type="application/atom+xml"
      title="${title} (Atom)"
      href="${urls.syndication('atom', below)}"
    /><link
      rel="alternate"
      type="application/feed+json"
      title="${title} (JSON Feed)"
      href="${urls.syndication('json', below)}"
    />`;
}

/** The start of a text, cut at a word, for descriptions: at most `length` characters. */
export function excerpt(text: string, length = 200): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > length / 2 ? lastSpace : cut.length).replace(/[\s,;:.]+$/, '')}…`;
}
