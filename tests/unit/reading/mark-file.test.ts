import { describe, expect, it } from 'vitest';
import { importReport, readMarkFile } from '#reading/mark-file.ts';
import type { Marks } from '#reading/marks.ts';

const monday = '2025-10-27T08:00:00.000Z';

/** What a reader is told who has `before` and imports these papers. */
function told(papers: unknown, before: Marks = new Map()): string {
  const file = readMarkFile('marks.json', JSON.stringify({ version: 1, papers }));
  return 'refused' in file ? file.refused : importReport(before, file);
}

describe('a report of an import', () => {
  it.each([
    [{ a: { saved: monday } }, '1 mark added: 1 saved.'],
    [{ a: { read: monday }, b: { read: monday, hidden: monday } }, '3 marks added: 2 read, 1 hidden.'],
    [
      { a: { saved: monday }, '../b': { saved: monday }, c: 7 },
      '1 mark added: 1 saved. 2 entries not understood.',
    ],
    [{ a: { saved: monday, starred: monday } }, '1 mark added: 1 saved. 1 entry not understood.'],
    [{ a: { saved: '2025-99-99T99:99:99Z' } }, 'No mark added. 1 entry not understood.'],
    [{ a: { saved: '2025-02-31T08:00:00Z' } }, 'No mark added. 1 entry not understood.'],
    [{ a: {} }, 'No mark added. 1 entry not understood.'],
  ])('of %j: %s', (papers, report) => {
    expect(told(papers)).toBe(report);
  });

  it('counts apart what was here already', () => {
    const before: Marks = new Map([['a', { saved: monday }]]);
    expect(told({ a: { saved: monday, read: monday } }, before)).toBe(
      '1 mark added: 1 read. 1 was here already.',
    );
    expect(told({ a: { saved: monday } }, before)).toBe('No mark added. 1 was here already.');
  });
});

describe('a file is refused', () => {
  it.each(['hello', '[]', '{}', '{"version":1,"papers":{}}', '{"papers":[]}'])(
    'without marks: %s',
    (text) => {
      expect(readMarkFile('notes.txt', text)).toEqual({
        refused:
          'notes.txt has no marks in it, so nothing was changed. It should be a file saved from this page.',
      });
    },
  );

  it.each(['2', '"1"', 'null'])('of version %s', (version) => {
    const text = `{"version":${version},"papers":{"a":{"saved":"${monday}"}}}`;
    expect(readMarkFile('marks.json', text)).toEqual({
      refused: `marks.json is of version ${version}, and this site knows version 1 only, so nothing was changed.`,
    });
  });
});
