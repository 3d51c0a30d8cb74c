import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toMailHtml, toMathml } from '#abstracts/feed-html.ts';
import { renderAbstract, toPlain } from '#abstracts/render.ts';
import { formulasOf } from '#restore/formulas-of.ts';

const folder = new URL('../../fixtures/abstracts/', import.meta.url);

/** Each case is a folder: `input.txt`, and what the text becomes; `UPDATE=1` writes the latter anew. */
describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(new URL(`${name}/input.txt`, folder), 'utf8');
  const restored = { text, formulas: formulasOf(text) };

  it.each([
    ['page.html', renderAbstract(restored).html],
    ['feed.html', toMathml(restored)],
    ['mail.html', toMailHtml(restored)],
    ['plain.txt', toPlain(restored)],
  ])('%s', (file, actual) => {
    const expected = new URL(`${name}/${file}`, folder);
    if (process.env['UPDATE']) writeFileSync(expected, `${actual}\n`);
    expect(`${actual}\n`).toBe(readFileSync(expected, 'utf8'));
  });
});
