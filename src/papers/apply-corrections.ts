import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import type { Corrections, Paper } from './schema.ts';

/** Where the owner of a site corrects papers, below the content folder. */
export const correctionsFile = 'corrections.yaml';

/**
 * Gives papers the title and the abstract that the owner of the site wrote, whatever feeds and records say. Ids, slugs
 * and sightings stay as they are, so that no reader gets the paper again. A paper is known by its former slugs, too.
 */
export function applyCorrections(papers: readonly Paper[], corrections: Corrections): Result<Paper[]> {
  const log = new MessageLog(correctionsFile);
  const unused = new Set(Object.keys(corrections));
  const value = papers.map((paper) => {
    const slug = [paper.slug, ...paper.formerSlugs].find((candidate) => unused.delete(candidate));
    if (slug === undefined) return paper;
    const { title = paper.title, abstract } = corrections[slug]!;
    return abstract === undefined
      ? { ...paper, title }
      : { ...paper, title, abstract, tex: 'owner' as const };
  });
  for (const slug of unused)
    log.note(
      'warning',
      'correction-without-paper',
      null,
      `“${slug}” is no paper of this site; its correction was not used. Name the last part of the paper's address.`,
    );
  return { value, messages: log.messages };
}
