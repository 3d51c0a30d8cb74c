import type { Corpus } from '#corpus/corpus.ts';
import { entryDate, newestFirst } from '#corpus/entry-date.ts';
import type { Entry } from '#corpus/schema.ts';
import type { SocialCard } from './schema.ts';

/** The ids of the papers that have an image of their own: as many of the newest as the site's configuration says. */
export function papersWithImage({ site, entries }: Pick<Corpus, 'site' | 'entries'>): ReadonlySet<string> {
  const count = site.socialImages === true ? entries.length : site.socialImages || 0;
  const dated = entries.map(({ paper }) => ({ id: paper.id, date: entryDate(paper) }));
  return new Set(
    dated
      .sort(newestFirst)
      .slice(0, count)
      .map(({ id }) => id),
  );
}

/** What the site's own image says. */
export function siteCard({ site }: Pick<Corpus, 'site'>): SocialCard {
  return { kicker: null, title: site.title, foot: [site.description], accent: site.accent.light };
}

/** What the image of a paper says. */
export function paperCard({ site, taxonomy, renderedById }: Corpus, { paper, topics }: Entry): SocialCard {
  const names = new Map(taxonomy.topics.map(({ slug, name }) => [slug, name]));
  return {
    kicker: site.title,
    title: renderedById.get(paper.id)!.titlePlain,
    foot: topics.map((slug) => names.get(slug) ?? slug),
    accent: site.accent.light,
  };
}
