import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { codeDigest } from './code-digest.ts';
import { keyOf } from './kept-files.ts';
import { preparedKeyOf } from './prepared-cache.ts';

/** Digests of what the files of papers and authors are made from, beside what each adds itself. */
export interface InputDigests {
  /** The code alone. */
  code: string;
  /** The code, the site's configuration and the taxonomy. */
  common: string;
  /** All of a paper but its related papers: what was merged, and the key of what was prepared from it. */
  paper(entry: Entry): string;
}

export function inputDigests({ site, taxonomy, renderedById }: Corpus): InputDigests {
  const digests = new Map<string, string>();
  const code = codeDigest();
  return {
    code,
    common: keyOf(code, JSON.stringify([site, taxonomy])),
    paper: ({ paper }) => {
      let digest = digests.get(paper.id);
      if (digest === undefined) {
        const prepared = preparedKeyOf(renderedById.get(paper.id)!);
        if (prepared === undefined)
          throw new Error(
            `Paper ${paper.id} was not prepared with a cache, so that what it depends on is not known.`,
          );
        digests.set(paper.id, (digest = keyOf(prepared, JSON.stringify(paper))));
      }
      return digest;
    },
  };
}
