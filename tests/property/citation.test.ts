import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '#abstracts/render.ts';
import { bibtex } from '#citation/bibtex.ts';
import { citationRecord } from '#citation/citation-record.ts';
import { cslJson } from '#citation/csl-json.ts';
import { plainReference } from '#citation/plain-reference.ts';
import { ris } from '#citation/ris.ts';
import { createUrls } from '#site/urls.ts';
import { paperEntry, site } from '../unit/syndication/corpus-of.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '$',
        '%',
        '@article{',
        '\n',
        '\r\nER  - ',
        '"',
        ',',
        ' and ',
        '$\\{x$',
        '$5%$',
        'é',
        'LoRA',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const urls = createUrls(site);

describe('references to hostile papers', () => {
  it('are complete and never throw', () => {
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 3 }), hostile, (title, authors, doi) => {
        const entry = paperEntry({ id: '1', slug: 'a-paper', title: title || 'x', authors, doi });
        const record = citationRecord(entry, { titlePlain: toPlain(entry.title) }, urls);
        expect(depths(bibtex([record]))).toEqual({ lowest: 0, last: 0 });
        expect(bibtex([record])).toMatch(/^@misc\{[a-z0-9-]+,\n {2}title = \{/);
        expect(ris([record]).match(/^(?:TY|ER) {2}- /gm)).toHaveLength(2);
        expect(JSON.parse(JSON.stringify(cslJson([record])))).toEqual(cslJson([record]));
        expect(plainReference(record)).toContain(record.url);
      }),
      { numRuns: 500 },
    );
  });
});

/** How deep BibTeX, which knows no escapes, finds itself in braces. */
function depths(text: string): { lowest: number; last: number } {
  let [depth, lowest] = [0, 0];
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    lowest = Math.min(lowest, depth);
  }
  return { lowest, last: depth };
}
