import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formerPapersFile } from '#papers/apply-former-papers.ts';
import { successorsSchema, type Successors } from '#text/successors.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { formerTopicsFile, impossibleSuccessors } from '#topics/former-topics.ts';
import { readYaml } from './read-yaml.ts';

/** Reads `former-papers.yaml` of a content folder, where there is one. Throws an error that says what is expected. */
export const loadFormerPapers = (folder: string): Successors =>
  loadSuccessors(join(folder, formerPapersFile), 'paper');

/**
 * Reads `former-topics.yaml` likewise. Throws an error, too, for a line on a topic that there is, and for one that
 * leads to a topic that there is not.
 */
export function loadFormerTopics(folder: string, taxonomy: Taxonomy): Successors {
  const file = join(folder, formerTopicsFile);
  const successors = loadSuccessors(file, 'topic');
  const complaints = impossibleSuccessors(successors, taxonomy);
  if (complaints.length > 0) throw new Error(`${file} and topics.yaml disagree:\n${complaints.join('\n')}`);
  return successors;
}

function loadSuccessors(file: string, kind: 'paper' | 'topic'): Successors {
  if (!existsSync(file)) return {};
  return readYaml(
    file,
    successorsSchema,
    `a line a ${kind}, “slug: slug of another ${kind}”, “slug: https://…” or “slug: null”`,
  );
}
