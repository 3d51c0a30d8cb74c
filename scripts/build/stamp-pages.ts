import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { stamp } from '#site/template.ts';
import { authorHead, authorMain } from '#views/author-page.ts';
import { formerPaperPage } from '#views/former-paper-page.ts';
import type { FormerPapers } from '../content/load-former-papers.ts';
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

/** Writes a page at each address whose paper is gone, as the owner of the site says, without one in its place. */
export function stampFormerPapers(
  corpus: Corpus,
  formerPapers: FormerPapers,
  { papers }: Templates,
  out: string,
): void {
  const taken = new Set(corpus.entries.map(({ paper }) => paper.slug));
  const gone = Object.entries(formerPapers).filter(([slug, next]) => next === null && !taken.has(slug));
  for (const [slug] of gone) {
    const page = join(out, 'papers', slug);
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, 'index.html'), stamp(papers, formerPaperPage(corpus.site)));
  }
}
