import { describe, expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';
import { paperDataSchema, topicDataSchema } from '#syndication/data-schema.ts';
import { dataJsonSchema, paperData, topicData } from '#syndication/paper-data.ts';
import { sampleCorpus, site } from './corpus-of.ts';

const urls = createUrls(site);
const { entries, renderedById, taxonomy, byTopic } = sampleCorpus;

describe('paperData', () => {
  it('says all that is known of a paper, by the published schema', () => {
    for (const entry of entries) {
      const data = paperData(entry, renderedById.get(entry.paper.id)!, urls);
      expect(paperDataSchema.strict().parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
    }
    expect(paperData(entries[0]!, renderedById.get('1a')!, urls)).toMatchObject({
      version: 1,
      id: '1a',
      url: 'https://a.org/digest/papers/square-roots/',
      title: 'On $\\sqrt{n}$ & <more>',
      plain: { title: 'On √n & <more>' },
      source: { title: 'On $\\sqrt{n}$ & <more>' },
      formulas: [{ tex: 'O(\\sqrt{n})' }, { tex: 'a<b' }],
    });
  });
});

describe('topicData', () => {
  it('lists the papers of a topic, by the published schema', () => {
    const data = topicData(taxonomy.topics[0]!, byTopic.get('theory')!, renderedById, urls);
    expect(topicDataSchema.strict().parse(data)).toEqual(data);
    expect(data.papers.map(({ slug }) => slug)).toEqual(['hostile', 'square-roots']);
  });
});

describe('dataJsonSchema', () => {
  it('is JSON Schema that says what the fields mean', () => {
    const schema = JSON.stringify(dataJsonSchema());
    expect(schema).toContain('"$schema":"https://json-schema.org/draft/2020-12/schema"');
    expect(schema).toContain('With its mathematics as TeX between dollars.');
  });
});
