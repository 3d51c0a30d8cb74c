import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAssigner } from '#topics/assign.ts';
import { pack, unpack } from '#topics/model.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { trainedModel } from '#topics/trained-model.ts';

const taxonomy = taxonomySchema.parse({
  groups: [{ slug: 'all', name: 'All' }],
  topics: [
    {
      slug: 'cheese',
      name: 'Cheese',
      group: 'all',
      description: 'Of milk.',
      phrases: { 3: 'blue cheese, CHEDR, curd*', 1: 'milk', '-3': 'cheese board game' },
      except: 'milk tooth',
    },
    {
      slug: 'teeth',
      name: 'Teeth',
      group: 'all',
      description: 'Of bone.',
      phrases: { 3: 'tooth' },
      arxiv: { 'q-bio.TO': 6 },
    },
  ],
});
const assigner = createAssigner(taxonomy);
const slugs = (title: string, abstract = '', categories: string[] = []) =>
  assigner.assign({ title, abstract, categories }).map(({ slug }) => slug);
const points = (title: string, abstract = '') =>
  assigner.explain({ title, abstract }).find(({ slug }) => slug === 'cheese')?.points ?? 0;

describe('assigning topics', () => {
  it('takes phrases in any inflection, across hyphens', () => {
    expect(slugs('On Blue-Cheeses')).toEqual(['cheese']);
  });

  it('counts the title twice, and at most three mentions', () => {
    expect(points('', 'Blue cheese.')).toBe(3);
    expect(points('Blue cheese')).toBe(6);
    expect(points('Blue cheese', 'Blue cheese. Blue cheese. Blue cheese.')).toBe(9);
  });

  it('does not read phrases across punctuation', () => {
    expect(points('', 'Something blue. Cheese is something else.')).toBe(0);
  });

  it('wants capitals where the phrase has them', () => {
    expect(points('', 'CHEDR')).toBe(3);
    expect(points('', 'chedr')).toBe(0);
  });

  it('takes a star for any ending', () => {
    expect(points('', 'Curdling')).toBe(3);
  });

  it('passes over what stands inside an exception', () => {
    expect(points('', 'A milk tooth')).toBe(0);
    expect(points('', 'A milk tooth and milk')).toBe(1);
  });

  it('weighs evidence against', () => {
    expect(points('', 'A cheese board game')).toBe(-3);
    expect(slugs('', 'A cheese board game')).toEqual([]);
  });

  it('uses arXiv categories where the feed has them', () => {
    const document = { title: 'Untitled', abstract: 'Nothing said.', categories: ['cs.LG', 'q-bio.TO'] };
    expect(assigner.assign(document).map(({ slug }) => slug)).toEqual(['teeth']);
    expect(assigner.explain(document).find(({ slug }) => slug === 'teeth')).toMatchObject({
      points: 6,
      categories: [{ category: 'q-bio.TO', weight: 6 }],
    });
  });

  it('gives the best topic although little speaks for it', () => {
    expect(slugs('', 'Some milk')).toEqual(['cheese']);
  });

  it('explains what is in and what is out', () => {
    const explained = assigner.explain({ title: 'Blue cheese', abstract: 'And a tooth.' });
    expect(explained.map(({ slug, assigned }) => [slug, assigned])).toEqual([
      ['cheese', true],
      ['teeth', false],
    ]);
    expect(explained[0]!.phrases).toEqual([
      { phrase: 'blue cheese', weight: 3, inTitle: 1, inAbstract: 0, points: 6 },
    ]);
  });

  it('gives nothing to a document without a word that it knows', () => {
    expect(assigner.assign({ title: 'Xyzzy', abstract: '' })).toEqual([]);
  });
});

describe('the trained model', () => {
  const site = taxonomySchema.parse(
    parse(readFileSync(new URL('../../../content/topics.yaml', import.meta.url), 'utf8')),
  );
  const document = {
    title: 'Score-based diffusion models converge',
    abstract: 'We bound the error of denoising diffusion sampling with estimated score functions.',
  };

  it('knows every topic of the site, and weighs words beside phrases', () => {
    expect(site.topics.map(({ slug }) => slug).filter((slug) => !(slug in trainedModel.topics))).toEqual([]);
    const [best] = createAssigner(site).explain(document);
    expect(best!.slug).toBe('diffusion-models');
    expect(best!.words.length).toBeGreaterThan(0);
  });

  it('judges a topic that an owner adds by its phrases', () => {
    const { topics } = taxonomySchema.parse({
      groups: site.groups,
      topics: [
        {
          ...taxonomy.topics[0]!,
          slug: 'convergence',
          group: site.groups[0]!.slug,
          phrases: { 3: 'converge' },
          except: '',
        },
      ],
    });
    const assigner = createAssigner({ groups: site.groups, topics: [...site.topics, ...topics] });
    expect(assigner.assign(document).map(({ slug }) => slug)).toContain('convergence');
  });

  it('takes no name of a property that every object has for a topic or a category', () => {
    const topics = ['constructor', 'tostring'].map((slug) => ({ ...taxonomy.topics[0]!, slug }));
    const { explain } = createAssigner({ ...taxonomy, topics });
    const [found] = explain({ title: 'Blue cheese', abstract: '', categories: ['constructor'] });
    expect(found).toMatchObject({ slug: 'constructor', assigned: true, categories: [] });
  });

  it('judges a topic by what was learned of it before its slug changed', () => {
    const renamed = (slug: string) => (slug === 'diffusion-models' ? 'diffusion' : slug);
    const topics = site.topics.map((topic) => ({ ...topic, slug: renamed(topic.slug) }));
    const assigner = createAssigner(
      { ...site, topics },
      { 'diffusion-models': 'denoising', denoising: 'diffusion' },
    );
    expect(assigner.explain(document)).toEqual(
      createAssigner(site)
        .explain(document)
        .map((topic) => ({ ...topic, slug: renamed(topic.slug) })),
    );
  });

  it('packs numbers so that small ones keep their size', () => {
    const numbers = [0, 1, -1, 0.01, -0.02, 0.5];
    const unpacked = unpack(pack(numbers));
    numbers.forEach((number, place) => expect(Math.abs(unpacked[place]! - number)).toBeLessThan(0.02));
    expect(unpacked[3]).toBeGreaterThan(0);
  });
});

describe('a model', () => {
  const weights = { bias: 0, own: [], cross: {}, ngrams: pack([0, 0, 0]) };
  const model = {
    version: 'small',
    ngrams: 'blue|rind|blue rind',
    idf: pack([1, 1, 1]),
    pooled: [0, 0, 0, 0, 0],
    pooledBias: 0,
    topics: { cheese: weights, teeth: weights },
  };
  /** The logit of cheese, by a model that differs in its weights for cheese. */
  const logit = (document: { title: string; abstract: string }, cheese: object, all: object = {}) => {
    const topics = { ...model.topics, cheese: { ...weights, ...cheese } };
    const explained = createAssigner(taxonomy, {}, { ...model, ...all, topics }).explain(document);
    const { score } = explained.find(({ slug }) => slug === 'cheese')!;
    return Math.log(score / (1 - score));
  };
  const ofMilk = { title: '', abstract: 'Milk.' };
  const ofMilkAndTooth = { title: '', abstract: 'Milk and tooth.' };

  it.each([
    ['the pooled bias', {}, { pooledBias: 0.5 }, ofMilk, 0.5],
    ['the bias of a topic', { bias: 0.5 }, {}, ofMilk, 0.5],
    ['how many points a topic has', {}, { pooled: [1, 0, 0, 0, 0] }, ofMilk, Math.log(2)],
    ['its own weight for them', { own: [1] }, {}, ofMilk, Math.log(2)],
    ['how many compared with the best', {}, { pooled: [0, 1, 0, 0, 0] }, ofMilkAndTooth, 1 / 6],
    ['whether they are enough', {}, { pooled: [0, 0, 1, 0, 0] }, ofMilk, 0],
    [
      'whether they are enough, when they are',
      {},
      { pooled: [0, 0, 1, 0, 0] },
      { title: 'Curd', abstract: '' },
      1,
    ],
    ['that a topic is the best', {}, { pooled: [0, 0, 0, 1, 0] }, ofMilk, 1],
    ['that a topic is not the best', {}, { pooled: [0, 0, 0, 1, 0] }, ofMilkAndTooth, 0],
    ['how strong the best is', {}, { pooled: [0, 0, 0, 0, 1] }, ofMilkAndTooth, Math.log(4)],
    ['the phrases of other topics', { cross: { teeth: 0.5 } }, {}, ofMilkAndTooth, 0.5 * Math.log(4)],
    ['the phrases of its own', { cross: { cheese: 0.5 } }, {}, ofMilkAndTooth, 0.5 * Math.log(2)],
    ['a word', { ngrams: pack([0, 1, 0]) }, {}, { title: '', abstract: 'Milk, rind.' }, 1],
    [
      'two words in a row',
      { ngrams: pack([0, 0, 1]) },
      {},
      { title: '', abstract: 'Milk. Blue rind' },
      3 ** -0.5,
    ],
    ['no two words apart', { ngrams: pack([0, 0, 1]) }, {}, { title: '', abstract: 'Milk. Blue. Rind' }, 0],
  ])('weighs %s', (_, cheese, all, document, expected) => {
    expect(logit(document, cheese, all)).toBeCloseTo(expected, 2);
  });

  it('counts words of the title three times', () => {
    const [blue, rind] = [pack([1, 0, 0]), pack([0, 1, 0])];
    const document = { title: 'Blue', abstract: 'Milk, rind.' };
    const ratio = logit(document, { ngrams: blue }) / logit(document, { ngrams: rind });
    expect(ratio).toBeCloseTo(1 + Math.log(3), 1);
  });
});

describe('the taxonomy', () => {
  it('refuses two topics of one slug and unknown groups, by name', () => {
    const given = { slug: 'cheese', name: 'Cheese', group: 'all', description: 'Of milk.' };
    const parsed = taxonomySchema.safeParse({
      groups: taxonomy.groups,
      topics: [given, given, { ...given, slug: 'other', group: 'none' }],
    });
    expect(parsed.error!.issues.map(({ message }) => message)).toEqual([
      'two topics have the slug "cheese"; give one of them another',
      'topic "other" is in group "none", which is not among the groups; known: all',
    ]);
  });
});
