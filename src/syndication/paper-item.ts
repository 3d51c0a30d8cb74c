import { escapeMarkup } from '#abstracts/escape.ts';
import { toMathml } from '#abstracts/feed-html.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import { paperUrn } from './permanent-id.ts';
import type { FeedItem } from './schema.ts';

/** A paper as an entry of a feed. `topicNames`: names by slug. */
export function paperItem(
  entry: Entry,
  rendered: Pick<RenderedEntry, 'titlePlain' | 'abstractPlain'>,
  topicNames: ReadonlyMap<string, string>,
  urls: Urls,
): FeedItem {
  const { paper, topics } = entry;
  const url = urls.absolute(urls.paper(paper.slug));
  const date = entryDate(paper);
  const sighting = paper.sightings.find((candidate) => candidate.date !== null && candidate.date === date);
  return {
    id: paperUrn(paper.id),
    url,
    title: rendered.titlePlain,
    summary: rendered.abstractPlain,
    html: [toMathml(entry.abstract), reconstructionNote(entry), links(entry, url)].filter(Boolean).join('\n'),
    date,
    place: sighting === undefined ? 0 : sighting.position - 1,
    authors: paper.authors,
    categories: topics.map((slug) => ({ term: slug, label: topicNames.get(slug) ?? slug })),
  };
}

function reconstructionNote({ abstract }: Entry): string {
  const count = abstract.formulas.filter(({ reconstructed }) => reconstructed).length;
  if (count === 0) return '';
  const what = count === 1 ? 'A formula was' : `${count} formulas were`;
  return `<p><small>${what} reconstructed from text that had lost its mathematics; the site has the text as it came.</small></p>`;
}

function links({ paper, links }: Entry, url: string): string {
  const named: [string, string][] = [['Paper page', url]];
  if (paper.arxivId !== null) {
    named.push(
      ['arXiv', `https://arxiv.org/abs/${paper.arxivId}`],
      ['PDF', `https://arxiv.org/pdf/${paper.arxivId}`],
    );
  }
  const code = links.find(({ kind }) => kind === 'code');
  const project = links.find(({ kind }) => kind === 'project');
  if (code) named.push(['Code', code.url]);
  if (project) named.push(['Project', project.url]);
  return `<p>${named.map(([name, to]) => `<a href="${escapeMarkup(to)}">${name}</a>`).join(' · ')}</p>`;
}
