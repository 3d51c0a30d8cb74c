import { escapeMarkup } from '#abstracts/escape.ts';
import { toMailHtml, toMailHtmlInline } from '#abstracts/feed-html.ts';
import { mailStyles } from '#site/mail-styles.ts';
import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import type { DigestPaper } from './digest-item.ts';
import { authorNames, longDate, maxListedPapers, morePapers, paperCount } from './in-words.ts';

/**
 * The digest of a day as one self-contained HTML file for any program that sends mail: tables, inline styles, no
 * script, no image, no style sheet; formulas as text with `sub` and `sup`. Papers seen before are titles only, and of
 * very many the first are listed.
 */
export function emailHtml(
  date: string,
  papers: readonly DigestPaper[],
  site: SiteConfig,
  urls: Urls,
): string {
  const title = escapeMarkup(`${site.title}, ${longDate(date)}`);
  const page = escapeMarkup(urls.absolute(urls.date(date)));
  const more = morePapers(papers.length);
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
${papers
  .slice(0, maxListedPapers)
  .map((paper) => row(paper, urls))
  .join('\n')}
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

function row({ entry, seenBefore }: DigestPaper, urls: Urls): string {
  const { paper, title, abstract, links } = entry;
  const url = escapeMarkup(urls.absolute(urls.paper(paper.slug)));
  const code = links.find(({ kind }) => kind === 'code');
  const facts = [
    ...(paper.authors.length > 0 ? [escapeMarkup(authorNames(paper.authors))] : []),
    ...(seenBefore === null ? [] : [`seen before, ${longDate(seenBefore)}`]),
    ...(code === undefined ? [] : [`<a href="${escapeMarkup(code.url)}">Code</a>`]),
  ];
  const text =
    seenBefore === null ? toMailHtml(abstract).replaceAll('<p>', `<p style="${mailStyles.text}">`) : '';
  return [
    `<tr><td style="${mailStyles.row}">`,
    `<h2 style="${mailStyles.title}"><a href="${url}">${toMailHtmlInline(title)}</a></h2>`,
    ...(facts.length === 0 ? [] : [`<p style="${mailStyles.small}">${facts.join(' · ')}</p>`]),
    ...(text === '' ? [] : [text]),
    '</td></tr>',
  ].join('\n');
}
