import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { abbreviationsOf } from '#topics/abbreviations.ts';
import { taxonomySchema } from '#topics/schema.ts';

it('are the words of two capitals and more among the strongest phrases of a topic', () => {
  const phrases = {
    '1': ['GPT'],
    '10': ['LLM', 'language model', 'Llama', 'MoE', 'chain of GPTs'],
    '-20': ['XXL'],
  };
  expect(abbreviationsOf({ phrases })).toEqual(['llm', 'moe']);
  expect(abbreviationsOf({ phrases: {} })).toEqual([]);
});

it('are those that readers use of the topics that come with this program', () => {
  const { topics } = taxonomySchema.parse(parse(readFileSync('content/topics.yaml', 'utf8')));
  const topicsOf = (abbreviation: string): string[] =>
    topics.filter((topic) => abbreviationsOf(topic).includes(abbreviation)).map(({ slug }) => slug);
  expect(topicsOf('rl')).toEqual(['reinforcement-learning']);
  expect(topicsOf('llm')).toEqual(['large-language-models']);
  expect(topicsOf('nlp')).toEqual(['natural-language-processing']);
  expect(topicsOf('rag')).toEqual(['retrieval-and-deep-research']);
  expect(topicsOf('vlm')).toEqual(['multimodal-models']);
  expect(topicsOf('gnn')).toEqual(['graph-learning']);
});
