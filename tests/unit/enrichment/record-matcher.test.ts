import { expect, it } from 'vitest';
import { RecordMatcher, type WantedPaper } from '#enrichment/record-matcher.ts';
import type { ArxivRecord } from '#enrichment/schema.ts';
import { abstractOf, recordOf } from './record-of.ts';

const wanted: WantedPaper = { id: 'wanted', title: 'Sorting in the dark', abstract: abstractOf('a') };

function match(records: readonly ArxivRecord[], papers: readonly WantedPaper[] = [wanted]) {
  const matcher = new RecordMatcher(papers);
  for (const record of records) matcher.offer(record);
  return Object.fromEntries(
    matcher
      .candidates()
      .map(({ paper, record, isSame }) => [paper.id, isSame ? record.arxivId : `${record.arxivId}?`]),
  );
}

const own = recordOf({ arxivId: '2501.00003', title: 'Sorting in the Dark', abstract: abstractOf('a', 6) });

it('finds the record of the same title when the abstract was rewritten in part', () => {
  expect(match([own])).toEqual({ wanted: '2501.00003' });
});

it('finds the record by its abstract when the title has changed', () => {
  const renamed = recordOf({ arxivId: '2501.00003', title: 'Blind order', abstract: abstractOf('a', 1) });
  expect(match([renamed])).toEqual({ wanted: '2501.00003' });
});

it('doubts a namesake', () => {
  const namesake = recordOf({ arxivId: '2501.00001', title: wanted.title, abstract: abstractOf('b') });
  expect(match([namesake])).toEqual({ wanted: '2501.00001?' });
  expect(match([namesake, own])).toEqual({ wanted: '2501.00003' });
  expect(match([own, namesake])).toEqual({ wanted: '2501.00003' });
});

it('doubts a namesake of two papers for both', () => {
  const namesake = recordOf({ arxivId: '2501.00001', title: wanted.title, abstract: abstractOf('b') });
  const other = { ...wanted, id: 'other', abstract: abstractOf('c') };
  expect(match([namesake], [wanted, other])).toEqual({ wanted: '2501.00001?', other: '2501.00001?' });
});

it('finds nothing where nothing is alike', () => {
  const other = recordOf({ arxivId: '2501.00002', title: 'Blind order', abstract: abstractOf('b') });
  expect(match([other])).toEqual({});
});

it('doubts what two records fit equally, in whatever order they come', () => {
  const twin = { ...own, arxivId: '2501.00001' };
  expect(match([own, twin])).toEqual({ wanted: '2501.00001?' });
  expect(match([twin, own])).toEqual({ wanted: '2501.00001?' });
});

it('takes a record that comes twice for one', () => {
  expect(match([own, own])).toEqual({ wanted: '2501.00003' });
});

it('is not led astray by a phrase of many papers', () => {
  const crowd = Array.from({ length: 50 }, (_, index) => ({
    id: `paper-${index}`,
    title: `Number ${index}`,
    abstract: `${abstractOf('stock')} ${abstractOf(`own${index}`)}`,
  }));
  const record = recordOf({ arxivId: '2501.00007', title: 'Else', abstract: crowd[7]!.abstract });
  expect(match([record], crowd)).toEqual({ 'paper-7': '2501.00007' });
});
