import type { APIRoute } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';
import { emailHtml } from '#syndication/email-html.ts';
import { mailPaths, papersOfDay } from '#syndication/mail-days.ts';

// A build writes them itself (scripts/build/write-mails.ts).
export const getStaticPaths = () => (import.meta.env.PROD ? [] : mailPaths(currentCorpus()));

/** The digest of a day as HTML for mail. */
export const GET: APIRoute = ({ params }) => {
  const corpus = currentCorpus();
  const html = emailHtml(
    params['date']!,
    papersOfDay(corpus, params['date']!),
    corpus.site,
    createUrls(corpus.site),
  );
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
