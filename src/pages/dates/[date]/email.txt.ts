import type { APIRoute } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';
import { emailText } from '#syndication/email-text.ts';
import { mailPaths, papersOfDay } from '#syndication/mail-days.ts';

// A build writes them itself (scripts/build/write-mails.ts).
export const getStaticPaths = () => (import.meta.env.PROD ? [] : mailPaths(currentCorpus()));

/** The digest of a day as plain text for mail. */
export const GET: APIRoute = ({ params }) => {
  const corpus = currentCorpus();
  const text = emailText(
    params['date']!,
    papersOfDay(corpus, params['date']!),
    corpus.site,
    createUrls(corpus.site),
  );
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
