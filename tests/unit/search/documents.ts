import type { SearchDocument } from '#search/schema.ts';

/** A document with defaults for all that a test does not say. */
export function searchDocument(given: Partial<SearchDocument> & { slug: string }): SearchDocument {
  return {
    title: [],
    abstract: [],
    authors: [],
    byline: null,
    topics: [],
    seen: null,
    published: null,
    arxivId: null,
    upvotes: null,
    hasCode: false,
    hasMath: false,
    ...given,
  };
}

/** A few papers that differ in everything that search looks at. */
export const papers: readonly SearchDocument[] = [
  searchDocument({
    slug: 'neural-tangent-kernel',
    title: ['Neural Tangent Kernel: Convergence and Generalization in Neural Networks'],
    abstract: [
      'At initialization, networks are equivalent to Gaussian processes. The kernel converges at rate ',
      ['O(\\epsilon^{-2})', '<math><mi>O</mi></math>'],
      ' in the limit.',
    ],
    authors: ['Arthur Jacot', 'Franck Gabriel', 'Clément Hongler'],
    byline: 'Arthur Jacot and 2 others',
    topics: [{ slug: 'deep-learning-theory', name: 'Deep learning theory', abbreviations: ['ntk'] }],
    seen: '2025-10-28',
    published: '2018-06-20',
    arxivId: '1806.07572',
    upvotes: 12,
    hasMath: true,
  }),
  searchDocument({
    slug: 'diffusion-models',
    title: ['Diffusion Models for Graphs'],
    abstract: ['We train diffusion models on graphs. Code is at https://github.com/a/b.'],
    topics: [
      { slug: 'diffusion', name: 'Diffusion and flow models', abbreviations: [] },
      { slug: 'graphs', name: 'Learning on graphs', abbreviations: ['gnn', 'gnns'] },
    ],
    seen: '2025-03-11',
    arxivId: 'hep-th/9901001',
    hasCode: true,
  }),
  searchDocument({
    slug: 'models-of-diffusion',
    title: ['Physical models of heat diffusion'],
    abstract: ['Heat spreads by diffusion; kernels describe it in O(n log n) steps, a plan B for n.'],
    published: '2024-12-31',
  }),
  searchDocument({ slug: 'undated', title: ['Graph kernels without a date'] }),
];
