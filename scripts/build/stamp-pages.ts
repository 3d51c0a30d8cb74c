import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { stamp } from '#site/template.ts';
import { authorHead, authorMain } from '#views/author-page.ts';
import { lastSuccessor, type Successors } from '#text/successors.ts';
import { formerPage } from '#views/former-page.ts';
import type { InputDigests } from './input-digests.ts';
import { keyOf, type KeptFiles } from './kept-files.ts';
import type { Templates } from './lay-out-pages.ts';

/** Provides the pages of authors. */
export function stampAuthors(
  corpus: Corpus,
  { authors: template }: Templates,
  digests: InputDigests,
  files: KeptFiles,
): void {
  const templateDigest = keyOf(...template);
  for (const author of corpus.authors) {
    const { slug, name, entries } = author;
    const papers = entries.map((id) => digests.paper(corpus.entryById.get(id)!));
    files.provide(keyOf(digests.common, 'author', templateDigest, slug, name, ...papers), () => [
      [
        join('authors', slug, 'index.html'),
        [stamp(template, { head: authorHead(corpus, author), main: authorMain(corpus, author) })],
      ],
    ]);
  }
}

/**
 * Writes a page at each address whose paper or topic is gone, as the owner of the site says, with none in its place.
 */
export function stampFormerPages(corpus: Corpus, { papers: template }: Templates, out: string): void {
  const { site, formerPapers, formerTopics } = corpus;
  const write = (room: string, kind: 'paper' | 'topic', gone: string[]): void => {
    const page = stamp(template, formerPage(site, kind));
    for (const slug of gone) {
      mkdirSync(join(out, room, slug), { recursive: true });
      writeFileSync(join(out, room, slug, 'index.html'), page);
    }
  };
  const taken = new Set(corpus.entries.flatMap(({ paper }) => [paper.slug, ...paper.formerSlugs]));
  write(
    'papers',
    'paper',
    goneOf(formerPapers).filter((slug) => !taken.has(slug)),
  );
  write('topics', 'topic', goneOf(formerTopics));
}

const goneOf = (successors: Successors): string[] =>
  Object.keys(successors).filter((slug) => lastSuccessor(successors, slug) === null);
