import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { readCorpus } from '../../build/read-corpus.ts';
import { loadContent } from '../../content/load-content.ts';

/**
 * Writes the records that the peers build from, one JSON line a paper: merged, restored and classified, so that they
 * are spared that work, and with the math rendered for the comparison of pages alone.
 */
export async function writePeerRecords(content: string, cache: string, file: string): Promise<void> {
  const corpus = await readCorpus(content, loadContent(content), cache);
  const output = createWriteStream(file);
  for (const { paper, title, abstract, topics } of corpus.entries) {
    const { titleHtml, abstractHtml } = corpus.renderedById.get(paper.id)!;
    const dates = [...new Set(paper.sightings.flatMap(({ date }) => date ?? []))];
    const record = {
      slug: paper.slug,
      title: title.text,
      abstract: abstract.text,
      titleHtml,
      abstractHtml,
      authors: paper.authors,
      topics,
      dates,
    };
    if (!output.write(`${JSON.stringify(record)}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'finish');
}
