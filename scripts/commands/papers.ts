import type { Command } from 'commander';
import type { Entry } from '#corpus/schema.ts';
import { readCorpus } from '../build/read-corpus.ts';
import { withCache } from '../build/work-alone.ts';
import { loadContent } from '../content/load-content.ts';
import { withContentOptions } from './content-options.ts';
import { writeJsonLine } from './json-lines.ts';
import { writeMessages } from './write-messages.ts';

/** `digest papers`: one JSON line a paper, sorted by id. */
export function addPapersCommand(program: Command): void {
  withContentOptions(program.command('papers'))
    .description(
      'Read, merge and restore the feeds of a content folder: one JSON line a paper, sorted by id.',
    )
    .action(async ({ content, cache }: { content: string; cache: string }) => {
      const loaded = loadContent(content);
      const corpus = await withCache(cache, () => readCorpus(content, loaded, cache));
      writeMessages(corpus.messages);
      for (const entry of corpus.entries) await writeJsonLine(paperLine(entry));
    });
}

/** The public form of a paper on the command line; unknown values are null, an unknown list of authors is empty. */
function paperLine({ paper, title, abstract, topics, links }: Entry) {
  return {
    id: paper.id,
    slug: paper.slug,
    title: title.text,
    abstract: abstract.text,
    source: { title: paper.title, abstract: paper.abstract },
    published: paper.published,
    authors: paper.authors,
    authorCount: paper.authorCount,
    organization: paper.organization,
    comments: paper.comments,
    arxivId: paper.arxivId,
    topics,
    links,
    sightings: paper.sightings,
  };
}
