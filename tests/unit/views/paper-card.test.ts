import { describe, expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';
import { cardList, digestList } from '#views/card-list.ts';
import { cardOf } from '#views/card-of.ts';
import { type Card, paperCard, repeatedCard, shortAuthors } from '#views/paper-card.ts';
import { renderedCorpus } from './rendered-corpus.ts';
import { expectValidHtml } from './valid-html.ts';

const urls = createUrls(renderedCorpus.site);
const cards = renderedCorpus.entries.map(({ paper }) => cardOf(renderedCorpus, paper.id));
const [known, unknown, hostile] = cards as [Card, Card, Card];

describe('a card', () => {
  it('leads to the paper and its topics, and says when it was seen', () => {
    const { text } = paperCard(known, urls);
    expect(text).toContain('href="/digest/papers/square-roots/"');
    expect(text).toContain('<a href="/digest/topics/theory/">Theory</a>');
    expect(text).toContain('seen <a href="/digest/dates/2025-10-28/">28 Oct 2025</a>');
    expect(text).toContain('<a href="https://github.com/a/b?x=1&amp;y=2">code</a>');
    expect(paperCard({ ...known, codeUrl: undefined }, urls).text).toContain('<span>code</span>');
    expect(text).toContain('<summary>Abstract</summary>');
  });

  it('names two topics, and says how many more there are and which', () => {
    const topics = ['One', 'Two', 'Three', 'Four'].map((name) => ({ slug: name.toLowerCase(), name }));
    const { text } = paperCard({ ...known, topics }, urls, { omitTopic: 'one' });
    expect(text).toContain('>Two</a> <a href="/digest/topics/three/">Three</a> <abbr title="Four">+1</abbr>');
    expect(paperCard({ ...known, topics: topics.slice(0, 2) }, urls).text).not.toContain('<abbr');
  });

  it('says first what its list is ordered by', () => {
    const { text } = paperCard(known, urls, { fact: '7 upvotes' });
    expect(text).toMatch(/<span>7 upvotes<\/span> <a href="\/digest\/topics\/theory\/">/);
  });

  it('carries the day that may be new to the reader, but not in the list of that day', () => {
    expect(paperCard(known, urls).text).toContain('data-day="2025-10-28"');
    expect(paperCard(known, urls, { showDate: false }).text).not.toContain('data-day');
    expect(paperCard({ ...known, date: null }, urls).text).not.toContain('data-day');
  });

  it('says nothing that its list says already', () => {
    const { text } = paperCard(known, urls, { showDate: false, omitTopic: 'theory' });
    expect(text).not.toContain('seen');
    expect(text).not.toContain('/topics/');
  });

  it('says so when there is no abstract, and nothing where none is wanted', () => {
    expect(paperCard(unknown, urls).text).toContain('No abstract was in the feed.');
    expect(paperCard({ ...known, abstractHtml: null }, urls).text).not.toContain('Abstract');
  });

  it('shows hostile text as text', () => {
    const { text } = paperCard(hostile, urls);
    expect(text).toMatch(/(?:&lt;|&#x3C;)script>alert\(1\)/);
    expect(text).not.toMatch(/<(?:script|img|x)\b/);
  });

  it('takes its place in a numbered list, repeats folded', () => {
    const { text } = repeatedCard(known, urls, '2025-03-11', { number: 7 });
    expect(text).toContain('<span class="card-number">7</span>');
    expect(text).toContain('<span>seen </span>11 Mar 2025');
    expect(text.match(/data-paper="square-roots"/g)).toHaveLength(1);
  });
});

it('lists are valid HTML', async () => {
  const list = cardList(cards, urls, () => ({ heading: 2, reason: 'Why <not>' })).text;
  const digest = digestList(
    cards.map((card, index) => ({
      card,
      position: index + 1,
      seenBefore: index === 0 ? '2025-03-11' : null,
    })),
    urls,
  ).text;
  await expectValidHtml(list);
  await expectValidHtml(digest);
  expect(digest.match(/<li class="card/g)).toHaveLength(cards.length);
});

it('says in digests how many upvotes a paper has, where it has some', () => {
  const textOf = (upvotes: number | null): string =>
    digestList([{ card: { ...known, upvotes }, position: 1, seenBefore: null }], urls).text;
  expect(textOf(1)).toContain('<span>1 upvote</span>');
  expect(textOf(1200)).toContain('<span>1,200 upvotes</span>');
  expect(textOf(0) + textOf(null)).not.toContain('upvote');
});

it('refuses a paper that is not in the corpus', () => {
  expect(() => cardOf(renderedCorpus, 'nobody')).toThrow(
    'Paper nobody is listed but not in the corpus: build the corpus again from its feeds.',
  );
});

it.each([
  [[], null, null, null],
  [[], 3, null, '3 authors'],
  [[], 1, 'A Lab', '1 author'],
  [[], null, 'A Lab', 'A Lab'],
  [['Ada'], 9, null, 'Ada'],
  [['Ada', 'Émile'], null, null, 'Ada and Émile'],
  [['Ada', 'Émile', 'Alan'], null, null, 'Ada and 2 others'],
])('names authors shortly: %j, %s, %s', (authors, count, organization, text) => {
  expect(shortAuthors(authors, count, organization)).toBe(text);
});
