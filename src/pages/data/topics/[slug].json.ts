import type { APIRoute } from 'astro';
import { currentCorpus } from '#corpus/current.ts';
import { createUrls } from '#site/urls.ts';
import { topicData } from '#syndication/paper-data.ts';
import type { Topic } from '#topics/schema.ts';

export const getStaticPaths = () =>
  currentCorpus().taxonomy.topics.map((topic) => ({ params: { slug: topic.slug }, props: { topic } }));

/** The papers of a topic for programs. */
export const GET: APIRoute<{ topic: Topic }> = ({ props: { topic } }) => {
  const { byTopic, renderedById, site } = currentCorpus();
  const data = topicData(topic, byTopic.get(topic.slug) ?? [], renderedById, createUrls(site));
  return Response.json(data);
};
