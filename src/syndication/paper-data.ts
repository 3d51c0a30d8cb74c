import { z } from 'zod';
import type { Entry, RenderedEntry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import {
  dataVersion,
  paperDataSchema,
  topicDataSchema,
  type PaperData,
  type TopicData,
} from './data-schema.ts';

/** A paper for programs. */
export function paperData(
  { paper, title, abstract, topics, links, related }: Entry,
  { titlePlain, abstractPlain }: Pick<RenderedEntry, 'titlePlain' | 'abstractPlain'>,
  urls: Urls,
): PaperData {
  const {
    formerSlugs: _formerSlugs,
    tex: _tex,
    title: sourceTitle,
    abstract: sourceAbstract,
    ...known
  } = paper;
  return {
    version: dataVersion,
    ...known,
    url: urls.absolute(urls.paper(paper.slug)),
    title: title.text,
    abstract: abstract.text,
    plain: { title: titlePlain, abstract: abstractPlain },
    source: { title: sourceTitle, abstract: sourceAbstract },
    formulas: abstract.formulas,
    topics,
    links,
    related,
  };
}

/** A topic and its papers for programs. */
export function topicData(
  { slug, name }: { slug: string; name: string },
  entries: readonly Entry[],
  renderedById: ReadonlyMap<string, Pick<RenderedEntry, 'titlePlain'>>,
  urls: Urls,
): TopicData {
  return {
    version: dataVersion,
    slug,
    name,
    url: urls.absolute(urls.topic(slug)),
    papers: entries.map(({ paper }) => ({
      id: paper.id,
      slug: paper.slug,
      url: urls.absolute(urls.paper(paper.slug)),
      title: renderedById.get(paper.id)!.titlePlain,
      published: paper.published,
    })),
  };
}

/** The JSON Schema of what `paperData` and `topicData` give, for whoever reads it. */
export function dataJsonSchema(): unknown {
  return z.toJSONSchema(z.union([paperDataSchema, topicDataSchema]));
}
