import { MessageLog } from '#diagnostics/message-log.ts';
import type { Result } from '#diagnostics/message.ts';
import { lastSuccessor, type Successors } from '#text/successors.ts';
import { byCodeUnits } from './canonical-order.ts';
import { byAppearance, mergedLinks } from './merge-fields.ts';
import type { Paper } from './schema.ts';

/** Where the owner of a site says what became of papers, below the content folder. */
export const formerPapersFile = 'former-papers.yaml';

/**
 * The papers of a site, those that its owner took off it, and what took the place of each former one, by all the slugs
 * that it had.
 */
export interface PresentPapers {
  papers: Paper[];
  leftOut: Paper[];
  formerPapers: Successors;
}

/**
 * Takes the owner's word on papers that the feeds have: one that leads nowhere or elsewhere is left out; one that leads
 * to another paper becomes part of that, which keeps its id and slug, and its own values where it has any. A paper is
 * known by its former slugs, too, so that it does not come back by another title. A line that leads to no paper is
 * told, and its paper stays.
 */
export function applyFormerPapers(papers: readonly Paper[], lines: Successors): Result<PresentPapers> {
  const log = new MessageLog(formerPapersFile);
  const bySlug = new Map(
    papers.flatMap((paper) => paper.formerSlugs.map((slug) => [slug, paper.id] as const)),
  );
  for (const { slug, id } of papers) bySlug.set(slug, id);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const leftOut: Paper[] = [];
  const formerPapers = new Map<string, string | null>();
  for (const slug of Object.keys(lines)) {
    const successor = lastSuccessor(lines, slug);
    const paper = byId.get(bySlug.get(slug) ?? '');
    const isWithin = successor !== null && !URL.canParse(successor);
    const target = isWithin ? byId.get(bySlug.get(successor) ?? '') : undefined;
    if (isWithin && target === undefined) {
      log.note(
        'warning',
        'successor-unknown',
        null,
        `“${slug}” leads to “${successor}”, which is no paper of this site; the line was not used. Name the last part of a paper's address.`,
      );
      continue;
    }
    formerPapers.set(slug, target?.slug ?? successor);
    if (paper === undefined || paper === target) continue;
    byId.delete(paper.id);
    if (target === undefined) {
      leftOut.push(paper);
      for (const other of [paper.slug, ...paper.formerSlugs])
        if (!formerPapers.has(other)) formerPapers.set(other, successor);
      log.note(
        'info',
        'paper-left-out',
        null,
        `The feeds have “${slug}”, which was left out as this file says.`,
      );
    } else {
      byId.set(target.id, joined(target, paper));
      for (const other of [paper.slug, ...paper.formerSlugs]) bySlug.set(other, target.id);
      log.note(
        'info',
        'paper-joined',
        null,
        `“${slug}” was made one with “${target.slug}”, as this file says.`,
      );
    }
  }
  return {
    value: { papers: [...byId.values()], leftOut, formerPapers: Object.fromEntries(formerPapers) },
    messages: log.messages,
  };
}

function joined(paper: Paper, other: Paper): Paper {
  const withText = paper.abstract === '' ? other : paper;
  const withAuthors = paper.authors.length === 0 ? other : paper;
  return {
    ...paper,
    formerSlugs: [...paper.formerSlugs, other.slug, ...other.formerSlugs].sort(byCodeUnits),
    abstract: withText.abstract,
    tex: withText.tex,
    published: paper.published ?? other.published,
    updated: paper.updated ?? other.updated,
    arxivId: paper.arxivId ?? other.arxivId,
    doi: paper.doi ?? other.doi,
    authors: withAuthors.authors,
    authorCount: withAuthors.authorCount ?? paper.authorCount,
    organization: paper.organization ?? other.organization,
    comments: paper.comments ?? other.comments,
    upvotes: paper.upvotes ?? other.upvotes,
    categories: paper.categories.length === 0 ? other.categories : paper.categories,
    keywords: paper.keywords.length === 0 ? other.keywords : paper.keywords,
    summary: paper.summary ?? other.summary,
    links: mergedLinks([paper, other]),
    sightings: [...paper.sightings, ...other.sightings].sort(byAppearance),
  };
}
