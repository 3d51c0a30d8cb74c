import { describe, expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { SearchFetchError, type FetchFile } from '#search/client/fetch-file.ts';
import { SearchClient } from '#search/client/search-client.ts';
import { Random } from '../../../scripts/random.ts';
import { papers, searchDocument } from './documents.ts';

const { files, manifest } = buildSearch(papers);

/** Serves built files, with ranges, and tells what was asked for. */
function serving(served: ReadonlyMap<string, Uint8Array>, requests: string[] = []): FetchFile {
  return async (path, { range, signal }) => {
    requests.push(path);
    await Promise.resolve();
    signal?.throwIfAborted();
    const bytes = served.get(path);
    if (!bytes) throw new SearchFetchError(path, 404);
    return range ? { bytes: bytes.slice(range.start, range.end), start: range.start } : { bytes, start: 0 };
  };
}

const client = new SearchClient(serving(files));
const slugs = async (q: string, options = {}) =>
  (await client.search(q, options)).results.map(({ slug }) => slug);

describe('a query', () => {
  it.each([
    ['diffusion models', ['diffusion-models', 'models-of-diffusion']],
    ['kern', ['undated', 'neural-tangent-kernel', 'models-of-diffusion']],
    ['"diffusion models"', ['diffusion-models']],
    ['diffusion -"diffusion models"', ['models-of-diffusion']],
    ['diffusion -heat', ['diffusion-models']],
    ['tangent OR heat', ['neural-tangent-kernel', 'models-of-diffusion']],
    ['title:graphs', ['diffusion-models']],
    ['abstract:kernel ', ['neural-tangent-kernel']],
    ['author:hongler', ['neural-tangent-kernel']],
    ['author:"clement hongler"', ['neural-tangent-kernel']],
    ['author:"hongler clement"', ['neural-tangent-kernel']],
    ['topic:diffusion', ['diffusion-models']],
    ['topic:NTK', ['neural-tangent-kernel']],
    ['topic:gnns', ['diffusion-models']],
    ['topic:"learning theory"', ['neural-tangent-kernel']],
    ['date:2025', ['neural-tangent-kernel', 'diffusion-models']],
    ['year:2025', ['neural-tangent-kernel', 'diffusion-models']],
    ['date:2025-10', ['neural-tangent-kernel']],
    ['date:2025-03-11', ['diffusion-models']],
    ['date:2024-06..2025-03', ['diffusion-models', 'models-of-diffusion']],
    ['has:code', ['diffusion-models']],
    ['https://arxiv.org/abs/1806.07572v4', ['neural-tangent-kernel']],
    ['1806.07572 diffusion', ['neural-tangent-kernel']],
    ['arXiv preprint arXiv:1806.07572, 2018', ['neural-tangent-kernel']],
    ['1806.07572 date:2020', []],
    ['1806.07573 heat', ['models-of-diffusion']],
    ['1806.07572 OR hep-th/9901001', ['neural-tangent-kernel', 'diffusion-models']],
    ['has:math', ['neural-tangent-kernel']],
    ['ε', ['neural-tangent-kernel']],
    ['$\\epsilon$', ['neural-tangent-kernel']],
    ['epsilon ', ['neural-tangent-kernel']],
    ['O(ε^{-2})', ['neural-tangent-kernel']],
    ['$O(n \\log n)$', ['models-of-diffusion']],
    ['n log n', ['models-of-diffusion']],
    ['$n$', ['models-of-diffusion']],
    ['$b$', []],
    ['heat B', ['models-of-diffusion']],
    ['difusion heat', ['models-of-diffusion']],
    ['"difusion models"', ['diffusion-models']],
    ['title:gabriel', []],
    ['iffusion heat', ['models-of-diffusion']],
    ['', []],
    ['of the', []],
    ['-graph', []],
    ['zzzzzz', []],
  ])('%s', async (q, expected) => {
    expect((await slugs(q)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['difusion heat', ['“difusion” is rare or unknown here; also searched: diffusion.']],
    ['tangent heat', ['No paper has all of these words; these have some of them.']],
    ['"models diffusion"', ['No paper has these words in this order; these have all of them.']],
    ['O(log n)', ['No paper has these words in this order; these have all of them.']],
    ['O(sqrt n)', ['No paper has all of these words; these have some of them.']],
    ['"difusion models"', ['“difusion” is rare or unknown here; also searched: diffusion.']],
    ['author:jacob', ['“jacob” is rare or unknown here; also searched: jacot.']],
    ['author:heat', []],
    ['zzzzz qqqqq', []],
    ['((', ['There is no word in this to search for.']],
    ['1806.07573', ['No paper is known here by the arXiv id 1806.07573; words of its title may find it.']],
    ['arXiv:1806.07572', []],
    ['1806.07572 date:2020', []],
    ['1806.07572 heat', ['Found by the arXiv id alone, as the other words are not all in the paper.']],
    [
      '1806.07573 heat',
      ['No paper is known here by the arXiv id 1806.07573; words of its title may find it.'],
    ],
    ['topic:cooking', ['There is no topic “cooking”.']],
    ['diffusion', []],
  ])('%s says how it was read', async (q, notes) => {
    expect((await client.search(q)).notes).toEqual(notes);
  });

  it.each([
    ['ntk', ['deep-learning-theory']],
    ['GNN ', ['graphs']],
    ['diffusion models', ['diffusion']],
    ['Learning on graphs', ['graphs']],
    ['theory', ['deep-learning-theory']],
    ['learning', ['deep-learning-theory', 'graphs']],
    ['nt', []],
    ['ntk gnn', []],
    ['title:diffusion', []],
    ['diffusion -heat', []],
    ['diffusion OR graphs', []],
    ['diffusion has:code', []],
    ['', []],
  ])('%j names topics', async (q, expected) => {
    const { topicsMeant } = await client.search(q);
    expect(topicsMeant.map(({ slug }) => slug)).toEqual(expected);
  });

  it('names no topics by a word that many have', async () => {
    const topics = ['a', 'b', 'c', 'd'].map((slug) => ({ slug, name: `${slug}x models`, abbreviations: [] }));
    const ofTopics = (some: typeof topics) =>
      new SearchClient(serving(buildSearch([searchDocument({ slug: 'x', topics: some })]).files)).search(
        'models',
      );
    expect((await ofTopics(topics.slice(0, 3))).topicsMeant).toHaveLength(3);
    expect((await ofTopics(topics)).topicsMeant).toEqual([]);
  });

  it('orders by date, undated papers last, and pages', async () => {
    const all = ['neural-tangent-kernel', 'models-of-diffusion', 'undated'];
    expect(await slugs('kernel OR kernels', { sort: 'date' })).toEqual(all);
    expect(await slugs('kernel OR kernels', { sort: 'date', limit: 1, offset: 1 })).toEqual([all[1]]);
    expect((await client.search('kernel OR kernels', { limit: 1, offset: 9 })).total).toBe(3);
  });

  it.each(['relevance', 'date', 'votes'] as const)(
    'gives page after page in one order, by %s',
    async (sort) => {
      const many = Array.from({ length: 24 }, (_, i) =>
        searchDocument({
          slug: `p${i}`,
          title: [`Graph${' graph'.repeat((i * 7) % 5)}${' walker'.repeat((i * 5) % 8)}`],
          published: `20${10 + ((i * 11) % 13)}-0${1 + (i % 9)}-01`,
          upvotes: (i * 13) % 17,
        }),
      );
      const reader = new SearchClient(serving(buildSearch(many).files));
      const found = async (limit: number, offset: number) =>
        (await reader.search('graph ', { sort, limit, offset })).results.map(({ slug }) => slug);
      const all = await found(24, 0);
      expect(new Set(all).size).toBe(24);
      const pages = [await found(1, 0), await found(4, 1), await found(10, 5), await found(10, 15)];
      expect(pages.flat()).toEqual(all);
    },
  );

  it('orders by upvotes whatever their digits, then by score, papers without any last, and pages', async () => {
    const votes = [9, 10, null, 1200, 0, 100, 99, 10, 9_007_199_254_740_991];
    const voted = votes.map((upvotes, i) =>
      searchDocument({ slug: `p${i}`, title: [i === 7 ? 'Graph graph' : 'Graph'], upvotes }),
    );
    const reader = new SearchClient(serving(buildSearch(voted).files));
    const { results } = await reader.search('graph', { sort: 'votes', limit: 20 });
    expect(results.map(({ upvotes }) => upvotes)).toEqual([
      ...[9_007_199_254_740_991, 1200, 100, 99, 10, 10, 9],
      ...[expect.toBeOneOf([0, null]), expect.toBeOneOf([0, null])],
    ]);
    expect(results[4]!.slug).toBe('p7');
    const second = await reader.search('graph', { sort: 'votes', limit: 2, offset: 2 });
    expect(second.results.map(({ upvotes }) => upvotes)).toEqual([100, 99]);
    const phrase = await reader.search('"graph graph"', { sort: 'votes' });
    expect(phrase.results.map(({ slug }) => slug)).toEqual(['p7']);
  });

  it('counts by year and by topic', async () => {
    expect((await client.search('diffusion OR kernel')).years).toEqual([
      { year: 2025, count: 2 },
      { year: 2024, count: 1 },
    ]);
    expect(await client.countTopics('diffusion OR kernel')).toEqual([
      { slug: 'deep-learning-theory', name: 'Deep learning theory', count: 1 },
      { slug: 'diffusion', name: 'Diffusion and flow models', count: 1 },
      { slug: 'graphs', name: 'Learning on graphs', count: 1 },
    ]);
  });

  it('counts only what has the phrase, once all texts were looked at', async () => {
    const words = await client.search('diffusion models ');
    const phrase = await client.search('"diffusion models"');
    expect(words.years).toEqual([
      { year: 2025, count: 1 },
      { year: 2024, count: 1 },
    ]);
    expect(phrase).toMatchObject({ total: 1, isTotalExact: true, years: [{ year: 2025, count: 1 }] });
    expect((await client.countTopics('"diffusion models"')).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('answers with all that a result shows', async () => {
    const [result] = (await client.search('tangent epsilon ')).results;
    expect(result).toEqual({
      slug: 'neural-tangent-kernel',
      title: [
        { text: 'Neural ', marked: false },
        { text: 'Tangent', marked: true },
        { text: ' Kernel: Convergence and Generalization in Neural Networks', marked: false },
      ],
      excerpt: [
        {
          text: 'At initialization, networks are equivalent to Gaussian processes. The kernel converges at rate ',
          marked: false,
        },
        { mathml: '<math><mi>O</mi></math>', tex: 'O(\\epsilon^{-2})', marked: true },
        { text: ' in the limit.', marked: false },
      ],
      byline: 'Arthur Jacot and 2 others',
      foundAuthors: [],
      topics: [{ slug: 'deep-learning-theory', name: 'Deep learning theory' }],
      seen: '2025-10-28',
      published: '2018-06-20',
      upvotes: 12,
      hasCode: false,
      score: expect.any(Number),
    });
  });

  it('answers with the topics of each paper', async () => {
    const { results } = await client.search('diffusion OR kernel');
    expect(
      Object.fromEntries(results.map(({ slug, topics }) => [slug, topics.map((topic) => topic.slug)])),
    ).toEqual({
      'neural-tangent-kernel': ['deep-learning-theory'],
      'diffusion-models': ['diffusion', 'graphs'],
      'models-of-diffusion': [],
      undated: [],
    });
  });

  it('ranks a paper with the word before one with a longer word that begins so', async () => {
    const titles = ['Graphite', 'Graph', 'Graphene'];
    const reader = new SearchClient(
      serving(buildSearch(titles.map((title) => searchDocument({ slug: title, title: [title] }))).files),
    );
    const { results } = await reader.search('graph');
    expect(results).toHaveLength(3);
    expect(results[0]!.slug).toBe('Graph');
  });

  it('finds what a typo meant, though a paper has the same typo', async () => {
    const typo = searchDocument({ slug: 'typo', title: ['Difusion of innovations'] });
    const reader = new SearchClient(serving(buildSearch([...papers, typo]).files));
    const found = await reader.search('difusion heat');
    expect(found.results.map(({ slug }) => slug)).toEqual(['models-of-diffusion']);
    expect(found.notes).toEqual(['“difusion” is rare or unknown here; also searched: diffusion.']);
  });

  it('takes no paper for a word of a phrase that was not to be there', async () => {
    expect(await slugs('tangent zzzzzz -"models graphs"')).toEqual(['neural-tangent-kernel']);
  });

  it('is never more than the index: each file is fetched once', async () => {
    const requests: string[] = [];
    const counted = new SearchClient(serving(files, requests));
    await counted.search('diffusion');
    await counted.search('diffusion models');
    await counted.search('diffusion');
    const shards = requests.filter((path) => path.startsWith(manifest.terms) || path.endsWith('.json'));
    expect(shards).toEqual([...new Set(shards)]);
  });
});

it('finds a paper whose authors and abstract are too long for its place in the index', async () => {
  const random = new Random(1);
  const character = (): string => String.fromCharCode(0x4e00 + random.below(20_000));
  const text = (length: number): string => Array.from({ length }, character).join('');
  const long = { authors: Array.from({ length: 200 }, () => text(200)), byline: 'Many' };
  const documents = [
    searchDocument({ slug: 'short', title: ['A robot walks'], authors: ['Ana Lima'] }),
    searchDocument({ slug: 'names', title: ['A robot runs'], abstract: ['It is fast.'], ...long }),
    searchDocument({ slug: 'both', title: ['A robot flies'], abstract: [text(60_000)], ...long }),
  ];
  const { results } = await new SearchClient(serving(buildSearch(documents).files)).search('robot');
  expect(results.map(({ slug }) => slug).sort()).toEqual(['both', 'names', 'short']);
});

describe('an author', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => `Author${i} Name${i}`);
  const byline = 'Author0 Name0 and 41 others';
  const reader = new SearchClient(
    serving(
      buildSearch([
        searchDocument({ slug: 'one', authors: [...crowd, 'Wei Zhang', 'Hao Li'], byline }),
        searchDocument({ slug: 'two', authors: [...crowd, 'Hao Zhang', 'Wei Li'], byline }),
      ]).files,
    ),
  );
  const found = async (q: string) =>
    (await reader.search(q)).results.map(({ slug, foundAuthors }) => [
      slug,
      foundAuthors.map((author) => author.map((part) => ('text' in part ? part.text : '')).join('')),
    ]);

  it('is found by the words of one name in order, also far down a list, and named', async () => {
    expect(await found('author:"hao li"')).toEqual([['one', ['Hao Li']]]);
    expect(await found('author:"hao zhang"')).toEqual([['two', ['Hao Zhang']]]);
    expect(await found('wei author:name7 -author:"wei li"')).toEqual([
      ['one', ['Author7 Name7', 'Wei Zhang']],
    ]);
  });

  it('is not named where the byline does', async () => {
    expect(await found('author:"author0 name0" -author:"wei li"')).toEqual([['one', []]]);
  });
});

describe('an unfinished word', () => {
  const many = Array.from({ length: 30 }, (_, i) => `con${String.fromCharCode(97 + (i % 26))}${i}`);
  const limits = { maxShardBytes: 1, maxSharedPostings: 1, maxWordsPerFile: 9, documentsPerBundle: 9 };
  const large = buildSearch([...papers, searchDocument({ slug: 'many', title: [many.join(' ')] })], limits);
  const reader = new SearchClient(serving(large.files));

  it('waits for another letter where it would load too much', async () => {
    const { notes, results } = await reader.search('heat con');
    expect(notes).toEqual(['“con” begins too many words; type on.']);
    expect(results.map(({ slug }) => slug)).toEqual(['models-of-diffusion']);
    expect(await reader.search('con')).toMatchObject({ total: 0 });
    expect(await reader.search('cona')).toMatchObject({ total: 1, notes: [] });
  });
});

describe('an index in many files', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = (i: number) => `${letters[i % 26]!.repeat(2)}${letters[(i * 7) % 26]!.repeat(2)}walker`;
  const many = Array.from({ length: 26 }, (_, i) => searchDocument({ slug: word(i), title: [word(i)] }));
  const limits = { maxShardBytes: 1, maxSharedPostings: 1, maxWordsPerFile: 4, documentsPerBundle: 4 };
  const built = buildSearch(many, limits);
  const reader = new SearchClient(serving(built.files));

  it('gives each paper by its word', async () => {
    for (const { slug } of many)
      expect((await reader.search(`${slug} `)).results.map((found) => found.slug)).toEqual([slug]);
  });

  it('knows each word by its beginning and by its end', async () => {
    for (const { slug } of many) {
      expect((await reader.search(`${slug.slice(0, -2)}xr `)).results[0]?.slug).toBe(slug);
      expect((await reader.search(`x${slug.slice(1)} `)).results[0]?.slug).toBe(slug);
    }
  });

  it('has each paper in one file', () => {
    const sizes = [...built.files].filter(([path]) => path.startsWith(built.manifest.documents));
    expect(sizes).toHaveLength(7);
  });
});

describe('a server', () => {
  it('may ignore ranges', async () => {
    const whole = new SearchClient(async (path) => ({ bytes: files.get(path)!, start: 0 }));
    expect((await whole.search('heat')).results.map(({ slug }) => slug)).toEqual(['models-of-diffusion']);
  });

  it('may have updated the site since the manifest was read', async () => {
    const updated = buildSearch([
      ...papers,
      searchDocument({ slug: 'new', title: ['Brand new heat'] }),
    ]).files;
    let current: ReadonlyMap<string, Uint8Array> = files;
    const requests: string[] = [];
    const reader = new SearchClient((path, options) => serving(current, requests)(path, options));
    await reader.warmUp();
    current = updated;
    expect((await reader.search('heat')).results.map(({ slug }) => slug).sort()).toEqual([
      'models-of-diffusion',
      'new',
    ]);
    expect(requests.filter((path) => path === 'manifest.json')).toHaveLength(2);
  });

  it('may lack a file for good, which is told', async () => {
    const partial = new Map(files);
    partial.delete(`${manifest.terms}/0.bin`);
    await expect(new SearchClient(serving(partial)).search('heat')).rejects.toThrow(
      `The search file ${manifest.terms}/0.bin is not on the server (404). If the site was updated just now, reload the page.`,
    );
  });

  it('may fail once: the next query tries again', async () => {
    let fails = true;
    const flaky = new SearchClient((path, options) => {
      if (fails) throw new SearchFetchError(path, null);
      return serving(files)(path, options);
    });
    await expect(flaky.search('heat')).rejects.toThrow(
      'The search index cannot be reached. Check the connection and try again.',
    );
    fails = false;
    expect((await flaky.search('heat')).total).toBe(1);
  });
});

describe('an aborted query', () => {
  it('rejects with the reason and cancels only what nobody else waits for', async () => {
    const requests: string[] = [];
    const aborted: string[] = [];
    const slow = new SearchClient((path, options) => {
      options.signal?.addEventListener('abort', () => aborted.push(path));
      return serving(files, requests)(path, options);
    });
    await slow.warmUp();
    const first = new AbortController();
    const one = slow.search('heat', { signal: first.signal });
    const two = slow.search('diffusion', { signal: new AbortController().signal });
    await Promise.resolve();
    first.abort(new Error('moved on'));
    await expect(one).rejects.toThrow('moved on');
    expect((await two).total).toBe(2);
    expect(aborted).toEqual([]);
  });
});

it('finds nothing in an index without papers', async () => {
  const empty = new SearchClient(serving(buildSearch([]).files));
  expect((await empty.search('diffusion models')).results).toEqual([]);
});
