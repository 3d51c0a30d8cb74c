import { entryDate } from '#corpus/entry-date.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { shortAuthors } from '#views/paper-card.ts';
import type { SearchDocument } from '#search/schema.ts';
import { segmentsOfHtml } from '#search/segments-of-html.ts';

/** What search is to know of the papers of a corpus. */
export function searchDocuments({ entries, renderedById, taxonomy }: Corpus): SearchDocument[] {
  const topicNames = new Map(taxonomy.topics.map(({ slug, name }) => [slug, name]));
  return entries.map(({ paper, topics, links }) => {
    const rendered = renderedById.get(paper.id)!;
    return {
      slug: paper.slug,
      title: segmentsOfHtml(rendered.titleHtml),
      abstract: segmentsOfHtml(rendered.abstractHtml),
      authors: paper.authors,
      topics: topics.map((slug) => ({ slug, name: topicNames.get(slug) ?? slug })),
      byline: shortAuthors(paper.authors, paper.authorCount, paper.organization),
      seen: entryDate({ sightings: paper.sightings, published: null }),
      published: paper.published,
      hasCode: links.some(({ kind }) => kind === 'code'),
      hasMath: rendered.hasMath,
    };
  });
}
