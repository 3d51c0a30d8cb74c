import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, mergeMarks, readMarks, setMark, slugsMarked, writeMarks } from '#reading/marks.ts';

const monday = '2025-10-27T08:00:00.000Z';
const tuesday = '2025-10-28T08:00:00.000Z';

const marksArbitrary = fc
  .dictionary(
    fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/),
    fc.record(
      { saved: fc.constantFrom(monday, tuesday), read: fc.constantFrom(monday, tuesday) },
      { requiredKeys: [] },
    ),
  )
  .map(
    (papers) => new Map<string, Mark>(Object.entries(papers).filter(([, mark]) => Object.keys(mark).length)),
  );

describe('marks', () => {
  it('are given and taken away', () => {
    const saved = setMark(new Map(), 'a', 'saved', monday);
    const both = setMark(saved, 'a', 'read', tuesday);
    expect(both.get('a')).toEqual({ saved: monday, read: tuesday });
    expect(setMark(both, 'a', 'saved', undefined).get('a')).toEqual({ read: tuesday });
    expect(setMark(saved, 'a', 'saved', undefined).has('a')).toBe(false);
    expect(saved.get('a')).toEqual({ saved: monday });
  });

  it('are listed from the latest to the oldest', () => {
    const marks = new Map<string, Mark>([
      ['b', { saved: monday }],
      ['a', { saved: monday }],
      ['c', { read: monday }],
      ['d', { saved: tuesday }],
    ]);
    expect(slugsMarked(marks, 'saved')).toEqual(['d', 'a', 'b']);
  });

  it('survive writing and reading', () => {
    fc.assert(
      fc.property(marksArbitrary, (marks) => {
        expect(readMarks(writeMarks(marks))).toEqual(marks);
      }),
    );
  });

  it('merge in any order, any number of times', () => {
    fc.assert(
      fc.property(marksArbitrary, marksArbitrary, (a, b) => {
        const merged = mergeMarks(a, b);
        expect(mergeMarks(b, a)).toEqual(merged);
        expect(mergeMarks(merged, b)).toEqual(merged);
      }),
    );
  });
});

describe('reading marks', () => {
  it.each([null, '', 'not JSON', 'null', '[]', '{"papers":[]}', '{"papers":{"a":{"saved":true}}}'])(
    'takes nothing from %s',
    (text) => {
      expect(readMarks(text).size).toBe(0);
    },
  );

  it('leaves out what is no slug, no instant, no mark', () => {
    const text = `{"papers":{"__proto__":{"saved":"${monday}"},"../x":{"saved":"${monday}"},
      "good":{"saved":"${monday}","read":"yesterday","starred":"${monday}"}}}`;
    expect(readMarks(text)).toEqual(new Map([['good', { saved: monday }]]));
  });

  it.each(['2025-99-99T99:99:99Z', '2025-02-31T08:00:00Z', '2025-10-28T8Z', '2025-10-28'])(
    'takes %s for no instant',
    (instant) => {
      expect(readMarks(`{"papers":{"a":{"saved":"${instant}"}}}`).size).toBe(0);
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => void readMarks(text)));
  });
});
