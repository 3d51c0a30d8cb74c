import { expect, it } from 'vitest';
import { paperLinks } from '#views/paper-links.ts';
import { paperEntry } from '../syndication/corpus-of.ts';

const namesOf = (...args: Parameters<typeof paperEntry>) =>
  paperLinks(paperEntry(...args)).map(({ name }) => name);

it('leads to arXiv by the id, also an old one', () => {
  const links = paperLinks(paperEntry({ id: '1', title: 'T', arxivId: 'math/0309136', doi: '10.1000/a b' }));
  expect(links.map(({ url }) => url)).toEqual([
    'https://arxiv.org/abs/math/0309136',
    'https://arxiv.org/pdf/math/0309136',
    'https://arxiv.org/html/math/0309136',
    'https://huggingface.co/papers/math/0309136',
    'https://doi.org/10.1000/a%20b',
  ]);
});

it('searches for the words of the title where no id is known', () => {
  const [link] = paperLinks(paperEntry({ id: '1', title: 'On $\\ell_p$: "more" & less' }));
  expect(link!.url).toBe('https://arxiv.org/search/?query=On+ell+p+more+less&searchtype=title');
});

it('tells several links of one kind apart by their hosts', () => {
  const code = (host: string) => ({ kind: 'code' as const, url: `https://${host}/x` });
  expect(
    namesOf({ id: '1', title: 'T', arxivId: '2510.00001' }, { links: [code('github.com')] }).at(-1),
  ).toBe('Code');
  const several = [
    code('github.com'),
    code('www.gitlab.com'),
    { kind: 'other' as const, url: 'https://a.org/' },
  ];
  expect(namesOf({ id: '1', title: 'T' }, { links: several }).slice(1)).toEqual([
    'Code (github.com)',
    'Code (gitlab.com)',
    'Link (a.org)',
  ]);
});
