import { afterEach, describe, expect, it } from 'vitest';
import { beginFillings, endFillings, fill, fillLater } from '#views/fill-later.ts';
import { html } from '#views/html.ts';

afterEach(endFillings);

describe('fillLater', () => {
  it('writes in place where nothing is filled in later', () => {
    expect(fillLater(() => '<p>now</p>')).toBe('<p>now</p>');
  });

  it('leaves places that are filled when the page is laid out, in any order', () => {
    beginFillings();
    const made: string[] = [];
    const part = (name: string) =>
      fillLater(() => {
        made.push(name);
        return `<p>${name}</p>`;
      });
    const [first, second] = [part('a'), part('b')];
    expect(made).toEqual([]);
    expect(fill(`<main>${second}, ${first}</main>`).join('')).toBe('<main><p>b</p>, <p>a</p></main>');
  });

  it('takes no text for a place', () => {
    beginFillings();
    fillLater(() => 'secret');
    const page = html`<p>${'<!--digest:0-->'}</p>`.text;
    expect(fill(page)).toEqual([page]);
  });
});
