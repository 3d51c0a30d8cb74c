import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { createUrls } from '#site/urls.ts';
import { emailHtml } from '#syndication/email-html.ts';
import { emailText } from '#syndication/email-text.ts';
import { mailPaths, papersOfDay } from '#syndication/mail-days.ts';
import type { InputDigests } from './input-digests.ts';
import { keyOf, type KeptFiles } from './kept-files.ts';

/** Provides the mails of all days, each as HTML and as text. */
export function writeMails(corpus: Corpus, digests: InputDigests, files: KeptFiles): void {
  const { site } = corpus;
  const urls = createUrls(site);
  for (const {
    params: { date },
  } of mailPaths(corpus)) {
    const papers = papersOfDay(corpus, date);
    const inputs = papers.flatMap(({ entry, seenBefore }) => [digests.paper(entry), seenBefore ?? '']);
    const folder = urls.date(date).slice(site.base.length);
    files.provide(keyOf(digests.common, 'mail', date, ...inputs), () => [
      [join(folder, 'email.html'), [emailHtml(date, papers, site, urls)]],
      [join(folder, 'email.txt'), [emailText(date, papers, site, urls)]],
    ]);
  }
}
