import type { SiteConfig } from '#site/schema.ts';
import type { Urls } from '#site/urls.ts';
import { longDate } from '#text/long-date.ts';
import type { DigestPaper } from './digest-item.ts';
import { authorNames, maxListedPapers, morePapers, paperCount } from './in-words.ts';

/** The width of plain text in mail, in characters. */
const lineLength = 72;

/** The digest of a day as plain text, the other half of a mail whose HTML is `emailHtml`. */
export function emailText(
  date: string,
  papers: readonly DigestPaper[],
  site: SiteConfig,
  urls: Urls,
): string {
  const head = [
    `${site.title}, ${longDate(date)}`,
    `${paperCount(papers.length)}: ${urls.absolute(urls.date(date))}`,
  ];
  const foot = ['--', `Other ways to read ${site.title}: ${urls.absolute(urls.subscribe)}`];
  const blocks = papers.slice(0, maxListedPapers).map((paper, index) => block(paper, index + 1, urls));
  const more = morePapers(papers.length);
  const rest = more === '' ? [] : [`${more}: ${urls.absolute(urls.date(date))}`];
  return `${[head.join('\n'), ...blocks, ...rest, foot.join('\n')].join('\n\n')}\n`;
}

function block({ entry, rendered, seenBefore }: DigestPaper, number: number, urls: Urls): string {
  const { paper } = entry;
  const lines = [
    wrap(`${number}. ${rendered.titlePlain}`),
    ...(paper.authors.length > 0 ? [wrap(authorNames(paper.authors))] : []),
    ...(seenBefore === null ? [] : [`Seen before, ${longDate(seenBefore)}`]),
    urls.absolute(urls.paper(paper.slug)),
  ];
  const text = seenBefore === null ? rendered.abstractPlain.split('\n\n').map(wrap).join('\n\n') : '';
  return text === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${text}`;
}

/** The text in lines of at most `lineLength` characters; longer words stand alone. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/)) {
    if (line !== '' && line.length + 1 + word.length > lineLength) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
