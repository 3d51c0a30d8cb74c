import type { APIRoute } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { trendsCsv } from '#trends/csv.ts';
import { monthlyCounts } from '#views/topic-trends.ts';

/** The numbers behind all figures of topics. */
export const GET: APIRoute = () => {
  const corpus = currentCorpus();
  return new Response(trendsCsv(monthlyCounts(corpus), corpus.taxonomy.topics), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
