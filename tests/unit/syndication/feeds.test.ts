import { readFileSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { atom, atomArchive } from '#syndication/atom.ts';
import { outgoingFeeds } from '#syndication/outgoing-feeds.ts';
import { feedXsl } from '#syndication/feed-view.ts';
import { jsonFeed } from '#syndication/json-feed.ts';
import { opml } from '#syndication/opml.ts';
import { rss } from '#syndication/rss.ts';
import { corpusOf, paperEntry, sampleCorpus, sightedOn } from './corpus-of.ts';

const grammar = RelaxNGValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL('../../fixtures/syndication/atom.rng', import.meta.url))),
);

/** What is wrong with an Atom document by its grammar; nothing if it is valid. */
function atomErrors(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    grammar.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

const feeds = outgoingFeeds(sampleCorpus);
const siteFeed = feeds[0]!;
const items = siteFeed.current();
const { channel } = siteFeed;

describe('outgoingFeeds', () => {
  it('has the site, its days, papers with code, topics and authors, each below its page', () => {
    expect(feeds.map((feed) => [feed.kind, feed.below, feed.current().length])).toEqual([
      ['site', '/digest/', 3],
      ['days', '/digest/dates/', 2],
      ['code', '/digest/code/', 1],
      ['topic', '/digest/topics/theory/', 2],
      ['topic', '/digest/topics/vision/', 2],
      ['author', '/digest/authors/ada-lovelace/', 1],
      ['author', '/digest/authors/emile-b-borel-b/', 1],
      ['author', '/digest/authors/x/', 1],
    ]);
    expect(feeds[3]!.channel).toMatchObject({ title: 'Theory · A Digest', description: 'Of learning.' });
  });

  it('puts the newest first and what has no date last; a paper seen again keeps its first day', () => {
    expect(items.map(({ title, date }) => [title, date])).toEqual([
      ['<script>alert(1)</script> ]]> &amp;', '2025-10-30'],
      ['On √n & <more>', '2025-10-28'],
      ['Nothing known', null],
    ]);
  });

  it('has times of the same day in America and in Japan, and of one day in its order', () => {
    const day = [2, 1, 50_000].map((position) =>
      paperEntry(
        {
          id: `${99 - Math.min(position, 9)}a`,
          authors: ['Ada'],
          sightings: [{ ...sightedOn('2025-10-30')[0]!, position }],
        },
        { topics: ['theory'] },
      ),
    );
    const [feed, , , topic, , author] = outgoingFeeds(corpusOf(day));
    const all = feed!.current();
    const inRss = parseRssFeed(rss(feed!.channel, all)).items!.map(({ pubDate }) => Date.parse(pubDate!));
    const inAtom = parseAtomFeed(atom(feed!.channel, all)).entries!.map(({ published }) =>
      Date.parse(published!),
    );
    const inJson = parseJsonFeed(jsonFeed(feed!.channel, all)).items!.map((item) =>
      Date.parse(item.date_published!),
    );
    expect(inAtom).toEqual(inRss);
    const idsOf = (some: typeof feed) => some!.current().map(({ id }) => id);
    expect(idsOf(topic)).toEqual(idsOf(feed));
    expect(idsOf(author)).toEqual(idsOf(feed));
    expect(inJson).toEqual(inRss);
    expect(inRss).toEqual(inRss.toSorted((a, b) => b - a));
    expect(new Set(inRss).size).toBe(3);
    for (const timeZone of ['America/Los_Angeles', 'Asia/Tokyo'])
      for (const time of inRss.slice(0, 2))
        expect(new Date(time).toLocaleDateString('en', { timeZone, dateStyle: 'long' })).toBe(
          'October 30, 2025',
        );
    expect(new Date(inRss[2]!).toISOString()).toBe('2025-10-30T02:00:00.000Z');
  });

  it('gives ids that do not change with site, texts or dates', () => {
    const again = corpusOf([paperEntry({ id: '1a', title: 'Another', sightings: sightedOn('2020-01-01') })]);
    const moved = outgoingFeeds({ ...again, site: { ...again.site, url: 'https://b.org', base: '/' } })[0]!;
    expect(moved.current()[0]!.id).toBe('urn:uuid:f9c15e3f-11d4-52d4-b342-9f6690390a68');
    expect(items[1]!.id).toBe(moved.current()[0]!.id);
    const elsewhere = outgoingFeeds({
      ...sampleCorpus,
      site: { ...sampleCorpus.site, url: 'https://b.org', base: '/' },
    });
    const idsOf = (feed: (typeof feeds)[number]) => feed.current().map(({ id }) => id);
    expect(idsOf(elsewhere[1]!)).toEqual(idsOf(feeds[1]!));
    expect(new Set(idsOf(feeds[1]!)).size).toBe(feeds[1]!.current().length);
  });

  it('gives days and feeds ids that do not change with the title and the address of the site', () => {
    const named = { ...sampleCorpus, site: { ...sampleCorpus.site, id: 'A Digest' } };
    const renamed = { ...named, site: { ...named.site, title: 'New', url: 'https://b.org', base: '/' } };
    const ids = (corpus: typeof sampleCorpus) =>
      outgoingFeeds(corpus).map((feed) => [feed.channel.id, ...feed.current().map(({ id }) => id)]);
    expect(ids(renamed)).toEqual(ids(named));
    expect(ids(named)).toEqual(ids(sampleCorpus));
    expect(new Set(ids(named).map(([channel]) => channel)).size).toBe(feeds.length);
  });

  it('has no feeds of authors with fewer papers than the site wants', () => {
    const { site } = sampleCorpus;
    const kinds = outgoingFeeds({
      ...sampleCorpus,
      site: { ...site, authors: { pagesFrom: 1, feedsFrom: 2 } },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(['site', 'days', 'code', 'topic', 'topic']);
  });

  it('counts the formulas that were reconstructed, and links all that belongs to a paper', () => {
    const htmlOf = (reconstructed: boolean[]) => {
      const entry = paperEntry(
        { id: '1a', slug: 'a-paper', abstract: '$a$, $b$ and $c$', arxivId: '2510.00001' },
        {
          links: [
            { kind: 'project', url: 'https://example.org/' },
            { kind: 'code', url: 'https://github.com/a/b' },
          ],
        },
      );
      const formulas = entry.abstract.formulas.map((formula, index) => ({
        ...formula,
        reconstructed: reconstructed[index]!,
      }));
      const corpus = corpusOf([{ ...entry, abstract: { ...entry.abstract, formulas } }]);
      return outgoingFeeds(corpus)[0]!.current()[0]!.html;
    };
    const rest =
      'reconstructed from text that had lost its mathematics; the site has the text as it came.</small></p>';
    expect(htmlOf([false, true, false])).toContain(`<p><small>A formula was ${rest}`);
    expect(htmlOf([true, false, true])).toContain(`<p><small>2 formulas were ${rest}`);
    expect(htmlOf([false, false, false])).not.toContain('reconstructed');
    expect(htmlOf([]).split('\n').at(-1)).toBe(
      '<p><a href="https://a.org/digest/papers/a-paper/">Paper page</a> · <a href="https://arxiv.org/abs/2510.00001">arXiv</a> · <a href="https://arxiv.org/pdf/2510.00001">PDF</a> · <a href="https://github.com/a/b">Code</a> · <a href="https://example.org/">Project</a></p>',
    );
  });

  it('knows where a topic was before', () => {
    const moved = outgoingFeeds({
      ...sampleCorpus,
      formerTopics: { proofs: 'logic', logic: 'theory', art: null },
    });
    expect(moved.find(({ below }) => below === '/digest/topics/theory/')!.formerlyBelow).toEqual([
      '/digest/topics/proofs/',
      '/digest/topics/logic/',
    ]);
    expect(moved.flatMap(({ formerlyBelow }) => formerlyBelow)).toHaveLength(2);
  });

  it('tells in the feed of days which papers were seen before', () => {
    expect(feeds[1]!.current()[0]).toEqual({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/) as string,
      url: 'https://a.org/digest/dates/2025-10-30/',
      title: '30 October 2025: 2 papers',
      summary: '1. <script>alert(1)</script> ]]> &amp;\n2. On √n & <more> (seen before, 28 October 2025)',
      html: expect.stringMatching(
        /^<ol><li><a href="https:\/\/a.org\/digest\/papers\/hostile\/">&lt;script.*<math .*seen before, 28 October 2025\)<\/li><\/ol>$/s,
      ),
      date: '2025-10-30',
      place: 0,
      authors: [],
      categories: [],
    });
  });
});

describe('rss', () => {
  const xml = rss(channel, items);
  const feed = parseRssFeed(xml);

  it('says who it is, and when it last changed', () => {
    expect(feed).toMatchObject({
      title: 'A Digest',
      link: 'https://a.org/digest/',
      description: 'Papers & more.',
      language: 'en',
      image: {
        url: 'https://a.org/digest/icon-512.png',
        title: 'A Digest',
        link: 'https://a.org/digest/',
      },
      lastBuildDate: 'Thu, 30 Oct 2025 12:00:00 GMT',
      atom: { links: [{ href: 'https://a.org/digest/rss.xml', rel: 'self', type: 'application/rss+xml' }] },
    });
  });

  it('gives every item title, link, permanent id, plain text and HTML', () => {
    const [, item, undated] = feed.items!;
    expect(item).toMatchObject({
      title: 'On √n & <more>',
      link: 'https://a.org/digest/papers/square-roots/',
      guid: { value: items[1]!.id, isPermaLink: false },
      pubDate: 'Tue, 28 Oct 2025 12:00:00 GMT',
      description: 'We show O(√n) if a &lt; b.\n\nIt is sharp.',
      dc: { creators: ['Ada Lovelace', 'Émile <b>Borel</b>'] },
      categories: [{ name: 'Theory' }],
    });
    expect(undated).not.toHaveProperty('pubDate');
    expect(undated).not.toHaveProperty('dc');
  });

  it('has each formula once, as MathML', () => {
    const html = feed.items![1]!.content!.encoded!;
    expect(html.match(/<math /g)).toHaveLength(2);
    expect(html).not.toMatch(/katex|<annotation|style=/);
    expect(html).toContain('<a href="https://github.com/a/b?x=1&amp;y=2">Code</a>');
  });

  it('is well-formed whatever the texts hold, and its HTML harmless', () => {
    XmlDocument.fromString(xml).dispose();
    expect(xml).not.toMatch(/[\u0001\u0002\ufffe]/);
    const { encoded } = feed.items![0]!.content!;
    expect(encoded).toContain('&lt;img src=x onerror=alert(1)&gt; ]]&gt;');
    expect(parseFragment(encoded!).childNodes.map(({ nodeName }) => nodeName)).toEqual(['p', '#text', 'p']);
  });

  it('says when it last changed in two elements, and nothing of it where no paper has a date', () => {
    expect(feed.pubDate).toBe(feed.lastBuildDate);
    const undated = parseRssFeed(rss(channel, [items[2]!]));
    expect(undated.items).toHaveLength(1);
    expect(undated).not.toHaveProperty('pubDate');
    expect(undated).not.toHaveProperty('lastBuildDate');
  });

  it('keeps HTML that ends a section of character data whole', () => {
    const xml = rss(channel, [{ ...items[0]!, html: '<p title="]]>">a ]]> b</p>' }]);
    XmlDocument.fromString(xml).dispose();
    expect(parseRssFeed(xml).items![0]!.content!.encoded).toBe('<p title="]]>">a ]]> b</p>');
  });

  it('asks browsers to show it by the site’s style sheets', () => {
    expect(xml).toContain('<?xml-stylesheet type="text/xsl" href="/digest/feed.xsl"?>');
    expect(xml).toContain('<?xml-stylesheet type="text/css" href="/digest/feed.css"?>');
  });
});

describe('atom', () => {
  const xml = atom(channel, items);

  it('is valid by its grammar, with every kind of feed', () => {
    for (const feed of feeds) expect(atomErrors(atom(feed.channel, feed.current()))).toBe('');
    expect(atomErrors(atom(channel, []))).toBe('');
    expect(atomErrors(xml.replace(/<id>.*?<\/id>/, ''))).toMatch(/feed/);
  });

  it('says who wrote what, when, and where it is', () => {
    const feed = parseAtomFeed(xml);
    expect(feed).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/) as string,
      updated: '2025-10-30T12:00:00Z',
      icon: 'https://a.org/digest/icon-512.png',
      authors: [{ name: 'A Digest' }],
      links: [
        { rel: 'self', href: 'https://a.org/digest/atom.xml' },
        { rel: 'alternate', href: 'https://a.org/digest/' },
      ],
    });
    expect(feed.entries![1]).toMatchObject({
      id: items[1]!.id,
      title: { value: 'On √n & <more>' },
      published: '2025-10-28T12:00:00Z',
      updated: '2025-10-28T12:00:00Z',
      authors: [{ name: 'Ada Lovelace' }, { name: 'Émile <b>Borel</b>' }],
      categories: [{ term: 'theory', label: 'Theory' }],
      summary: { value: 'We show O(√n) if a < b.\n\nIt is sharp.' },
      content: { type: 'html', value: items[1]!.html },
    });
    expect(feed.entries![2]).not.toHaveProperty('published');
  });
});

describe('archives', () => {
  const many = (count: number) =>
    corpusOf(
      Array.from({ length: count }, (_, index) =>
        paperEntry({
          id: `${index}`,
          sightings: sightedOn(`2025-${10 + Math.floor(index / 100)}-${10 + (index % 20)}`),
        }),
      ),
    );
  const documents = (count: number) => {
    const feed = outgoingFeeds(many(count))[0]!;
    return feed.channel.archiveUrls.map((_, index) => atomArchive(feed.channel, feed.archive(index), index));
  };

  it('are linked into a chain that ends at the current document', () => {
    const feed = outgoingFeeds(many(230))[0]!;
    const [first, second] = documents(230) as [string, string];
    expect(documents(230)).toHaveLength(2);
    for (const xml of [first, second]) {
      expect(atomErrors(xml)).toBe('');
      expect(xml).toContain('<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>');
    }
    const linksOf = (xml: string) =>
      Object.fromEntries(parseAtomFeed(xml).links!.map(({ rel, href }) => [rel, href!.replace(/.*\//, '')]));
    expect(linksOf(atom(feed.channel, feed.current()))).toMatchObject({ 'prev-archive': 'archive-2.xml' });
    expect(linksOf(second)).toMatchObject({
      self: 'archive-2.xml',
      current: 'atom.xml',
      'prev-archive': 'archive-1.xml',
    });
    expect(linksOf(first)).toMatchObject({
      self: 'archive-1.xml',
      current: 'atom.xml',
      'next-archive': 'archive-2.xml',
    });
    expect(linksOf(first)).not.toHaveProperty('prev-archive');
  });

  it('have, with the current document, every entry', () => {
    const feed = outgoingFeeds(many(230))[0]!;
    const ids = [...feed.current(), ...feed.archive(0), ...feed.archive(1)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(230);
    expect(feed.current()).toHaveLength(100);
  });

  it('do not exist for a feed that fits one document', () => {
    expect(documents(100)).toEqual([]);
    expect(documents(101)).toHaveLength(1);
  });
});

describe('jsonFeed', () => {
  it('follows version 1.1', () => {
    const text = jsonFeed(channel, items);
    const feed = JSON.parse(text);
    expect(parseJsonFeed(text).items).toHaveLength(3);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A Digest',
      home_page_url: 'https://a.org/digest/',
      feed_url: 'https://a.org/digest/feed.json',
      icon: 'https://a.org/digest/icon-512.png',
    });
    expect(feed.items[1]).toEqual({
      id: items[1]!.id,
      url: 'https://a.org/digest/papers/square-roots/',
      title: 'On √n & <more>',
      summary: 'We show O(√n) if a < b.\n\nIt is sharp.',
      content_html: items[1]!.html,
      date_published: '2025-10-28T12:00:00Z',
      authors: [{ name: 'Ada Lovelace' }, { name: 'Émile <b>Borel</b>' }],
      tags: ['Theory'],
    });
    for (const item of feed.items) {
      expect(typeof item.id).toBe('string');
      expect(item.content_html ?? item.content_text).toBeTypeOf('string');
    }
    expect(JSON.parse(jsonFeed(channel, [])).items).toEqual([]);
  });
});

describe('opml', () => {
  it('lists feeds under headings', () => {
    const document = parseOpml(
      opml('Feeds of A Digest', [
        {
          title: 'Topics',
          channels: feeds.filter(({ kind }) => kind === 'topic').map(({ channel }) => channel),
        },
        { title: 'None', channels: [] },
      ]),
    );
    expect(document.body!.outlines).toMatchObject([
      {
        text: 'Topics',
        outlines: [
          { text: 'Theory · A Digest', type: 'rss', xmlUrl: 'https://a.org/digest/topics/theory/rss.xml' },
          { text: 'Vision · A Digest', htmlUrl: 'https://a.org/digest/topics/vision/' },
        ],
      },
    ]);
  });
});

describe('feedXsl', () => {
  it('is well-formed, and links the style sheet', () => {
    const xsl = feedXsl('/digest/feed.css?a&b');
    XmlDocument.fromString(xsl).dispose();
    expect(xsl).toContain('href="/digest/feed.css?a&amp;b"');
  });
});
