import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';
import { digestItem } from '#syndication/digest-item.ts';
import { emailHtml } from '#syndication/email-html.ts';
import { emailText } from '#syndication/email-text.ts';
import { morePapers } from '#syndication/in-words.ts';
import { mailPaths, papersOfDay } from '#syndication/mail-days.ts';
import { sampleCorpus, site } from './corpus-of.ts';

const urls = createUrls(site);
const papers = sampleCorpus.digests[0]!.items.map(({ id, seenBefore }) => ({
  entry: sampleCorpus.entryById.get(id)!,
  rendered: sampleCorpus.renderedById.get(id)!,
  seenBefore,
}));
const first = papers.map((paper) => ({ ...paper, seenBefore: null }));

describe('emailHtml', () => {
  const html = emailHtml('2025-10-30', first, site, urls);

  it('is one file of tables and inline styles, with nothing to load or to run, whatever the texts hold', () => {
    const tags = new Set<string>();
    const attributes = new Set<string>();
    const walk = (node: DefaultTreeAdapterTypes.Node): void => {
      if ('tagName' in node) tags.add(node.tagName);
      if ('attrs' in node) for (const { name } of node.attrs) attributes.add(name);
      if ('childNodes' in node) node.childNodes.forEach(walk);
    };
    walk(parse(html));
    expect([...tags].sort().join(' ')).toBe('a body em h1 h2 head html meta p table tbody td title tr');
    expect([...attributes].sort().join(' ')).toBe(
      'align border cellpadding cellspacing charset content href lang name role style width',
    );
    expect(html).not.toContain('url(');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp;');
  });

  it('shows mathematics as text', () => {
    expect(html).toContain(
      '<a href="https://a.org/digest/papers/square-roots/">On √n &amp; &lt;more&gt;</a>',
    );
    expect(html).toContain('<p style="margin:0 0 8px">We show O(√n) if a &lt; b.</p>');
  });

  it('gives of papers seen before the title only', () => {
    const again = emailHtml('2025-10-30', papers, site, urls);
    expect(again).toContain('seen before, 28 October 2025');
    expect(again).not.toContain('We show');
  });
});

describe('the days that have a mail', () => {
  it('are those with a date, each with its papers in their order', () => {
    expect(mailPaths(sampleCorpus).map(({ params }) => params.date)).toEqual(['2025-10-30', '2025-10-28']);
    expect(papersOfDay(sampleCorpus, '2025-10-30')).toEqual(papers);
    expect(() => papersOfDay(sampleCorpus, '2025-10-29')).toThrow(
      'There is no digest of 2025-10-29, so it has no mail.',
    );
  });
});

it('says how many papers a list leaves out', () => {
  expect([3, 4, 5].map((papers) => morePapers(papers, 3))).toEqual([
    '',
    'and 1 more paper',
    'and 2 more papers',
  ]);
});

describe('a day of very many papers', () => {
  const many = Array.from({ length: 100_000 }, () => first[0]!);

  it('is a mail and an entry of a feed that can be read', () => {
    const html = emailHtml('2025-10-30', many, site, urls);
    const text = emailText('2025-10-30', many, site, urls);
    const item = digestItem('2025-10-30', many, site, urls);
    const listed = html.match(/<h2/g)!.length;
    expect(html).toContain(
      `<a href="https://a.org/digest/dates/2025-10-30/">and ${100_000 - listed} more papers on the web</a>`,
    );
    expect(text).toContain('\nand 99700 more papers: https://a.org/digest/dates/2025-10-30/\n');
    expect(item.title).toBe('30 October 2025: 100000 papers');
    expect(item.html.match(/<li>/g)).toHaveLength(300);
    expect(item.html).toContain(
      '<p><a href="https://a.org/digest/dates/2025-10-30/">and 99700 more papers</a></p>',
    );
    expect(item.summary.split('\n').at(-1)).toBe('and 99700 more papers');
  });
});

describe('the mail of a day that Gmail would cut off', () => {
  const abstract = { text: `${'word '.repeat(280)}ö`, formulas: [] };
  const [paper] = first as [(typeof first)[number]];
  const day = (papers: number) =>
    emailHtml(
      '2025-10-30',
      Array.from({ length: papers }, () => ({ ...paper, entry: { ...paper.entry, abstract } })),
      site,
      urls,
    );
  const counts = (html: string) => [html.match(/<h2/g)!.length, html.match(/word ö/g)!.length];

  it('has the later papers without their abstracts, and all that it has is shown', () => {
    expect(counts(day(40))).toEqual([40, 40]);
    const long = day(80);
    const [titles, abstracts] = counts(long) as [number, number];
    expect(titles).toBe(80);
    expect(abstracts).toBeGreaterThan(30);
    expect(abstracts).toBeLessThan(50);
    expect(long).not.toContain('more papers');
    expect(long).toContain('Other ways to read it');
  });

  it.each([50, 60, 100, 300, 1000])('is no longer than that with %i papers', (papers) => {
    expect(Buffer.byteLength(day(papers))).toBeLessThan(100_000);
    const [titles] = counts(day(papers)) as [number];
    if (titles < papers) expect(day(papers)).toContain(`and ${papers - titles} more papers on the web`);
  });
});

describe('emailText', () => {
  it('has titles, addresses and abstracts in short lines', () => {
    expect(emailText('2025-10-30', papers, site, urls)).toBe(`A Digest, 30 October 2025
2 papers: https://a.org/digest/dates/2025-10-30/

1. <script>alert(1)</script> ]]> &amp;
]]><x/>, \u0002
https://a.org/digest/papers/hostile/

<img src=x onerror=alert(1)> ]]>

2. On √n & <more>
Ada Lovelace, Émile <b>Borel</b>
Seen before, 28 October 2025
https://a.org/digest/papers/square-roots/

--
Other ways to read A Digest: https://a.org/digest/subscribe/
`);
    const long = { ...papers[0]!, rendered: { titlePlain: 'word '.repeat(40).trim(), abstractPlain: '' } };
    const lines = emailText('2025-10-30', [long], site, urls).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  });
});
