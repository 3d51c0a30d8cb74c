import { entryDate } from '#corpus/entry-date.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { abbreviationsOf } from '#topics/abbreviations.ts';
import { shortAuthors } from '#views/paper-card.ts';
import type { SearchDocument } from '#search/schema.ts';
import { segmentsOfHtml } from '#search/segments-of-html.ts';
import { abstractInFile, readAbstract, type AbstractInFile } from '../build/prepared-cache.ts';

/** What search is to know of a paper, as it was rendered, with its abstract left in the file where it was prepared. */
export type SearchInput = Omit<SearchDocument, 'title' | 'abstract'> & {
  titleHtml: string;
  abstract: AbstractInFile;
};

/** What search is to know of the papers of a corpus that was prepared with a cache, to be sent to another thread. */
export function searchInputs({ entries, renderedById, taxonomy }: Corpus): SearchInput[] {
  // One object for each: what is sent to another thread then has it once too.
  const namedTopics = new Map(
    taxonomy.topics.map((topic) => [
      topic.slug,
      { slug: topic.slug, name: topic.name, abbreviations: abbreviationsOf(topic) },
    ]),
  );
  return entries.map(({ paper, topics, links }) => {
    const rendered = renderedById.get(paper.id)!;
    return {
      slug: paper.slug,
      titleHtml: rendered.titleHtml,
      abstract: abstractInFile(rendered),
      authors: paper.authors,
      topics: topics.map((slug) => namedTopics.get(slug) ?? { slug, name: slug, abbreviations: [] }),
      byline: shortAuthors(paper.authors, paper.authorCount, paper.organization),
      seen: entryDate({ sightings: paper.sightings, published: null }),
      published: paper.published,
      arxivId: paper.arxivId,
      upvotes: paper.upvotes,
      hasCode: links.some(({ kind }) => kind === 'code'),
      hasMath: rendered.hasMath,
    };
  });
}

/** The document of an input. Its texts are read each time that they are asked for, so that no two need be in memory. */
export function searchDocument({ titleHtml, abstract, ...known }: SearchInput): SearchDocument {
  return {
    ...known,
    get title() {
      return segmentsOfHtml(titleHtml);
    },
    get abstract() {
      return segmentsOfHtml(readAbstract(abstract).abstractHtml);
    },
  };
}
