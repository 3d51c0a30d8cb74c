import { afterEach, describe, expect, it } from 'vitest';
import { beginFillings, cutAtFillings, endFillings, filled, fillLater } from '#views/fill-later.ts';
import { html } from '#views/html.ts';

afterEach(endFillings);

describe('fillLater', () => {
  it('writes in place where nothing is filled in later', () => {
    expect(fillLater([], null, () => '<p>now</p>')).toBe('<p>now</p>');
  });

  it('leaves places that are filled when the page is laid out, in any order', () => {
    beginFillings();
    const made: string[] = [];
    const part = (name: string) =>
      fillLater([name], 'how', () => {
        made.push(name);
        return `<p>${name}</p>`;
      });
    const [first, second] = [part('a'), part('b')];
    expect(made).toEqual([]);
    const page = cutAtFillings(`<main>${second}, ${first}</main>`);
    expect(page.texts).toEqual(['<main>', ', ', '</main>']);
    expect(page.fillings.map(({ papers, how }) => [papers, how])).toEqual([
      [['b'], 'how'],
      [['a'], 'how'],
    ]);
    expect(made).toEqual([]);
    expect(filled(page).join('')).toBe('<main><p>b</p>, <p>a</p></main>');
  });

  it('takes no text for a place', () => {
    beginFillings();
    fillLater([], null, () => 'secret');
    const page = html`<p>${'<!--digest:0-->'}</p>`.text;
    expect(filled(cutAtFillings(page))).toEqual([page]);
  });
});
