import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readPage } from '#integrity/read-page.ts';
import { CallError } from '../commands/call-error.ts';
import { someNames } from '../commands/some-names.ts';
import { describingErrors } from '../fetch/atomic-write.ts';
import { filesBelow } from './files-below.ts';
import { strangersIn } from './output-folder.ts';
import { addressesPath } from './write-addresses.ts';

/**
 * Copies the files of all parts into the new folder `out` and answers how many there are. Throws when a part is not
 * there or is none, when two have the same file, when the papers are not those that the part with all the rest lists,
 * and when pages are of another address or other code than those of the rest: then they are not the parts of one site.
 */
export function mergeParts(parts: readonly string[], out: string): number {
  let files = 0;
  parts.forEach(refuseUnlessPart);
  for (const part of parts)
    for (const file of filesBelow(part)) {
      const path = relative(part, file);
      const target = join(out, path);
      if (existsSync(target))
        throw new Error(
          `${path} is in ${part} and in another part. Parts of one site share no file: name each part once, ` +
            'and build all of them from the same content.',
        );
      describingErrors(target, () => {
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(file, target);
      });
      files += 1;
    }
  refuseUnlessWhole(out);
  for (const part of parts) refuseUnlessAlike(part, out);
  return files;
}

function refuseUnlessPart(part: string): void {
  if (!existsSync(part))
    throw new CallError(`The part ${part} does not exist. Build it with "digest build --part".`);
  const strangers = statSync(part).isDirectory() ? strangersIn(part) : ['a file'];
  if (strangers.length > 0)
    throw new CallError(
      `${part} is no part of a site (${someNames(strangers)}). Name the output folders of "digest build --part", and nothing else.`,
    );
}

/** Compares the papers of a merged site with its own list of them. */
function refuseUnlessWhole(out: string): void {
  const list = join(out, addressesPath);
  if (!existsSync(list))
    throw new Error(
      'The part with all the rest is missing: build it with "digest build --part rest", and name it, too.',
    );
  // Topics are in that part, too, and cannot lack.
  const lines = readFileSync(list, 'utf8').split('\n');
  const listed = new Set(lines.filter((line) => line.startsWith('papers/')));
  const papers = join(out, 'papers');
  const present = new Set((existsSync(papers) ? readdirSync(papers) : []).map((slug) => `papers/${slug}/`));
  const [lacking, unlisted] = [[...listed.difference(present)], [...present.difference(listed)].sort()];
  if (lacking.length > 0)
    throw new Error(
      `${lacking.length} of ${listed.size} papers are in none of the parts (${someNames(lacking)}): a part was forgotten, or built from other content. ` +
        'Name the part of each year, undated and rest.',
    );
  if (unlisted.length > 0)
    throw new Error(
      `${unlisted.length} papers of the parts are not in the list of the part rest (${someNames(unlisted)}): build all parts from the same content.`,
    );
}

/** Compares a page of a part with what is in the merged site: what is true of one is true of all. */
function refuseUnlessAlike(part: string, out: string): void {
  // The part with all the rest has the front page.
  if (existsSync(join(part, 'index.html')) || !existsSync(join(part, 'papers'))) return;
  const { canonical: site } = readPage(readFileSync(join(out, 'index.html'), 'utf8'));
  const [slug] = readdirSync(join(part, 'papers'));
  const page = readFileSync(join(part, 'papers', slug!, 'index.html'), 'utf8');
  const { canonical: own, addresses } = readPage(page);
  if (own !== `${site}papers/${slug}/`)
    throw new Error(
      `${part} has pages for another address (${own}) than the part rest (${site}): build all parts with the same --site and --base.`,
    );
  for (const file of addresses.flatMap((address) => /\/(_astro\/.+)/.exec(address)?.[1] ?? []))
    if (!existsSync(join(out, file)))
      throw new Error(
        `${part} needs ${file}, which the part rest has not: build all parts by the same version of the program.`,
      );
}
