import { expect, it, onTestFinished } from 'vitest';
import { siteConfigSchema, type SiteConfig } from '#site/schema.ts';
import { chooseSources, userAgentOf, type Choice } from '../../../scripts/fetch/choose-sources.ts';

const siteWith = (sources: SiteConfig['sources']): SiteConfig =>
  siteConfigSchema.parse({ title: 'T', description: 'D', url: 'https://a.org', base: '/d/', sources });

const all = siteWith({ hf: true, arxiv: { categories: ['cs.LG', 'cs.CL'] } });
const none = siteWith({ hf: false });

function foldersOf(choice: Partial<Choice>, site: SiteConfig): string[] {
  const chosen = chooseSources({ category: [], ...choice }, site);
  onTestFinished(async () => {
    for (const { client } of chosen) await client.close();
  });
  return chosen.map(({ source }) => source.folder);
}

it.each<[string, Partial<Choice>, SiteConfig, string[]]>([
  ['the sources of the site', {}, all, ['hf', 'arxiv/cs.CL+cs.LG']],
  ['the source named', { from: 'hf' }, none, ['hf']],
  [
    'the categories named',
    { from: 'arxiv', category: ['math.PR', 'astro-ph.CO'] },
    all,
    ['arxiv/astro-ph.CO+math.PR'],
  ],
  ['arXiv alone when a category is named', { category: ['hep-th'] }, all, ['arxiv/hep-th']],
])('takes %s', (_, choice, site, folders) => {
  expect(foldersOf(choice, site)).toEqual(folders);
});

it.each<[Partial<Choice>, string]>([
  [{}, 'There is nothing to fetch from: give --from hf or --from arxiv, or sources in site.yaml.'],
  [
    { from: 'arxiv' },
    'arXiv needs to know what to list: give --category cs.LG (several times if you like), or sources.arxiv.categories in site.yaml.',
  ],
  [{ baseUrl: 'http://127.0.0.1' }, '--base-url needs --from: it is the server of one source.'],
  [
    { from: 'hf', baseUrl: 'nonsense' },
    '--base-url nonsense is no address of a server; one with http or https, such as https://export.arxiv.org, is expected.',
  ],
  [{ from: 'hf', baseUrl: 'ftp://a.org' }, '--base-url ftp://a.org is no address of a server;'],
  [
    { category: ['cs.LG) OR (all:x'] },
    '--category cs.LG) OR (all:x is not written like an arXiv category; one such as cs.LG is expected.',
  ],
  [{ from: 'hf', category: ['cs.LG'] }, '--category goes with --from arxiv: Hugging Face has no categories.'],
])('says what is wrong with %j', (choice, text) => {
  expect(() => foldersOf(choice, none)).toThrow(text);
});

it('names the site to the servers', () => {
  expect(userAgentOf(all)).toMatch(/^paper-digest\/[\d.]+ \(\+https:\/\/a\.org\/d\/\)$/);
});
