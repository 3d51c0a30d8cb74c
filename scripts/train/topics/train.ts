import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { format } from 'prettier';
import { taxonomySchema } from '#topics/schema.ts';
import { learnTopics } from './learn.ts';
import { hasMaterial } from './material.ts';
import { gatherTrainingSet } from './training-set.ts';

if (!hasMaterial)
  throw new Error('The material to learn from is not beside this project (../shared). Nothing was changed.');

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const taxonomy = taxonomySchema.parse(parse(readFileSync(file('content/topics.yaml'), 'utf8')));
const { evidence, directions, labelled, papers } = await gatherTrainingSet(taxonomy);
console.log(`${papers.length} papers, ${labelled.length} of them labelled`);
const slugs = taxonomy.topics.map(({ slug }) => slug);
const model = learnTopics(evidence, slugs, directions, labelled);
const json = await format(JSON.stringify(model), { parser: 'json', printWidth: 110 });
writeFileSync(file('src/topics/trained-model.json'), json);
console.log(`src/topics/trained-model.json: version ${model.version}, ${json.length} bytes`);
