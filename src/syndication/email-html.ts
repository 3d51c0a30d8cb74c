import { escapeMarkup } from '#abstracts/escape.ts';
import { toMailHtml, toMailHtmlInline } from '#abstracts/feed-html.ts';
import { mailStyles } from '#site/mail-styles.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { longDate } from '#text/long-date.ts';
import type { DigestPaper } from './digest-item.ts';
import { authorNames, maxListedPapers, morePapers, paperCount } from './in-words.ts';

/**
 * The bytes of a mail's rows. Gmail cuts a mail off after 102 kB, and its end with it; the rest is for what stands
 * around the rows. Of a day that needs more, papers have their abstracts as long as those take no more than a part.
 */
const maxRowBytes = 97_000;
const maxAbstractBytes = 70_000;

/**
 * The digest of a day as one self-contained HTML file for any program that sends mail: tables, inline styles, no
 * script, no image, no style sheet; formulas as text with `sub` and `sup`. Papers seen before are titles only, so are
 * the later ones of a long day, and of very many the first are listed.
 */
export function emailHtml(
  date: string,
  papers: readonly DigestPaper[],
  site: SiteConfig,
  urls: Urls,
): string {
  const title = escapeMarkup(`${site.title}, ${longDate(date)}`);
  const page = escapeMarkup(urls.absolute(urls.date(date)));
  const rows = rowsThatFit(papers.slice(0, maxListedPapers), urls);
  const more = morePapers(papers.length, rows.length);
  const unsubscribe = escapeMarkup(urls.absolute(urls.subscribe));
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(site.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body style="${mailStyles.body}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="${mailStyles.frame}">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="${mailStyles.column}">
<tr><td>
<h1 style="${mailStyles.heading}">${title}</h1>
<p style="${mailStyles.small}"><a href="${page}">${paperCount(papers.length)} on the web</a></p>
</td></tr>
${rows.join('\n')}
<tr><td style="${mailStyles.row}">
${more === '' ? '' : `<p style="${mailStyles.small}"><a href="${page}">${more} on the web</a></p>\n`}<p style="${mailStyles.small}">You receive this because you subscribed to ${escapeMarkup(site.title)}. <a href="${unsubscribe}">Other ways to read it</a></p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/**
 * The rows of papers: of all, where they fit with their abstracts, else of the first ones, the later of them without.
 */
function rowsThatFit(papers: readonly DigestPaper[], urls: Urls): string[] {
  const whole = papers.map((paper) => row(paper, urls, paper.seenBefore === null));
  const withAbstracts = countThatFit(whole, maxRowBytes);
  if (withAbstracts === papers.length) return whole;
  const first = whole.slice(0, countThatFit(whole, maxAbstractBytes));
  const others = papers.slice(first.length).map((paper) => row(paper, urls, false));
  return [...first, ...others.slice(0, countThatFit(others, maxRowBytes - byteLength(first)))];
}

const byteLength = (rows: readonly string[]): number =>
  rows.reduce((bytes, each) => bytes + Buffer.byteLength(each) + 1, 0);

/** How many of the first rows have no more than so many bytes together. */
function countThatFit(rows: readonly string[], maxBytes: number): number {
  let bytes = 0;
  const tooMany = rows.findIndex((each) => (bytes += Buffer.byteLength(each) + 1) > maxBytes);
  return tooMany < 0 ? rows.length : tooMany;
}

function row({ entry, seenBefore }: DigestPaper, urls: Urls, hasAbstract: boolean): string {
  const { paper, title, abstract, links } = entry;
  const url = escapeMarkup(urls.absolute(urls.paper(paper.slug)));
  const code = links.find(({ kind }) => kind === 'code');
  const facts = [
    ...(paper.authors.length > 0 ? [escapeMarkup(authorNames(paper.authors))] : []),
    ...(seenBefore === null ? [] : [`seen before, ${longDate(seenBefore)}`]),
    ...(code === undefined ? [] : [`<a href="${escapeMarkup(code.url)}">Code</a>`]),
  ];
  const text = hasAbstract ? toMailHtml(abstract).replaceAll('<p>', `<p style="${mailStyles.text}">`) : '';
  return [
    `<tr><td style="${mailStyles.row}">`,
    `<h2 style="${mailStyles.title}"><a href="${url}">${toMailHtmlInline(title)}</a></h2>`,
    ...(facts.length === 0 ? [] : [`<p style="${mailStyles.small}">${facts.join(' · ')}</p>`]),
    ...(text === '' ? [] : [text]),
    '</td></tr>',
  ].join('\n');
}
