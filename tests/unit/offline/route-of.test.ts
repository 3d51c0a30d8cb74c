import { describe, expect, it } from 'vitest';
import { routeOf } from '#offline/route-of.ts';

const origin = 'https://papers.example.org';
const route = (path: string, { method = 'GET', mode = 'navigate' as RequestMode, from = origin } = {}) =>
  routeOf({ method, mode, url: from + path }, origin, '/digest/', new Set(['/digest/site.css']));

describe('routeOf', () => {
  it.each([
    ['/digest/', 'page'],
    ['/digest/papers/some-paper/', 'page'],
    ['/digest/search/?q=kernel', 'page'],
    ['/digest/topics', 'page'],
    ['/digest/site.css', 'named'],
    ['/digest/_astro/Page.abc.css', 'hashed'],
    ['/digest/fonts/katex-1.0.0/KaTeX_Main-Regular.woff2', 'hashed'],
    ['/digest/search/manifest.json', 'index'],
    ['/digest/search/terms-0123/4.bin', 'indexed'],
    ['/digest/rss.xml', null],
    ['/digest/papers/some-paper/social.png', null],
    ['/digest/sw.js', null],
  ] as const)('answers %s as %s', (path, expected) => {
    expect(route(path)).toBe(expected);
  });

  it('answers for a page that a script asks for, but not for one without its slash, which is no navigation', () => {
    expect(route('/digest/papers/some-paper/', { mode: 'cors' })).toBe('page');
    expect(route('/digest/topics', { mode: 'cors' })).toBeNull();
  });

  it('leaves everything else to the browser', () => {
    expect(route('/elsewhere/')).toBeNull();
    expect(route('/digest/', { method: 'POST' })).toBeNull();
    expect(route('/digest/', { from: 'https://example.com' })).toBeNull();
  });
});
