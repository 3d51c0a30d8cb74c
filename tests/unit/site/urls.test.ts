import { expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';

const urls = createUrls({ url: 'https://papers.example.org/', base: '/digest/' });

it('puts every address below the base path', () => {
  const made = [
    ...Object.values(urls).filter((value) => typeof value === 'string'),
    urls.paper('a'),
    urls.author('a'),
    urls.topic('a', 2),
    urls.date('2025-10-28', 3),
    urls.undated(2),
    urls.week('2025-W44'),
    urls.month('2025-10'),
    urls.year('2025'),
    urls.publishedYear('2025', 2),
    urls.syndication('atom'),
    urls.digestEmail('2025-10-28'),
    urls.file('x.txt'),
  ];
  expect(made.filter((url) => !/^\/digest\/(?!\/)/.test(url))).toEqual([]);
  expect(new Set(made).size).toBe(made.length);
});

it('numbers pages from the second on', () => {
  expect(urls.topic('optimization')).toBe('/digest/topics/optimization/');
  expect(urls.topic('optimization', 2)).toBe('/digest/topics/optimization/2/');
  expect(urls.undated(1)).toBe('/digest/dates/undated/');
});

it('stands feeds below the page they are of', () => {
  expect(urls.syndication('rss')).toBe('/digest/rss.xml');
  expect(urls.syndication('json', urls.topic('optimization'))).toBe('/digest/topics/optimization/feed.json');
});

it('makes full addresses with one slash after the host', () => {
  expect(urls.absolute(urls.home)).toBe('https://papers.example.org/digest/');
});
