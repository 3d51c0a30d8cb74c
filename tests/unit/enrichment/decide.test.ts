import { describe, expect, it } from 'vitest';
import { decideKnown } from '#enrichment/decide-known.ts';
import { decide } from '#enrichment/decide.ts';
import type { Candidate } from '#enrichment/record-matcher.ts';
import type { Agreement, Enrichment } from '#enrichment/schema.ts';
import { recordOf } from './record-of.ts';

const agreeing: Agreement = { title: 1, containment: 0.9, jaccard: 0.8 };
const differing: Agreement = { title: 1, containment: 0.1, jaccard: 0.05 };

const unlike: Agreement = { ...differing, containment: 0 };

const wanted = (id: string) => ({ id, title: `Title of ${id}`, abstract: '' });

const candidate = (arxivId: string, agreement = agreeing, id = 'p'): Candidate => ({
  paper: wanted(id),
  record: recordOf({ arxivId }),
  agreement,
  isSame: agreement === agreeing,
});

const line = (arxivId: string | null, accepted: boolean, agreement?: Agreement): Enrichment => ({
  paper: 'p',
  arxivId,
  accepted,
  ...(agreement === undefined ? {} : { agreement }),
});

const short = ({ paper, arxivId, accepted }: Enrichment) => `${paper} ${arxivId} ${accepted}`;

function after(
  previous: Enrichment[],
  candidates: Record<string, Candidate>,
  taken: Record<string, string> = {},
) {
  const named = Object.entries(candidates).map(([id, found]) => ({ ...found, paper: wanted(id) }));
  const { value, messages } = decide(previous, named, new Map(Object.entries(taken)), [wanted('p')]);
  return { lines: value.map(short), texts: messages.map(({ text }) => text) };
}

it('writes a line for each paper with a candidate, by paper, and one for what was not found', () => {
  const { lines } = after([], { z: candidate('1'), a: candidate('2', differing) });
  expect(lines).toEqual(['a 2 false', 'p null false', 'z 1 true']);
});

it('keeps all that is known of the record', () => {
  const { value } = decide([], [candidate('1')], new Map());
  expect(value).toEqual([
    {
      paper: 'p',
      paperTitle: 'Title of p',
      arxivId: '1',
      accepted: true,
      agreement: agreeing,
      record: { title: 'Title of 1', abstract: '', authors: [], categories: [], published: null, doi: null },
    },
  ]);
});

it.each<[string, Enrichment, Candidate, string]>([
  ['an accepted line stays', line('1', true, agreeing), candidate('2'), 'p 1 true'],
  ['a match that a person rejected stays', line('1', false, agreeing), candidate('1'), 'p 1 false'],
  ['a doubtful one that a person accepted stays', line('1', true, differing), candidate('2'), 'p 1 true'],
  ['a line written by hand stays', line('1', false), candidate('2'), 'p 1 false'],
  ['a doubtful one gives way to a match', line('1', false, differing), candidate('2'), 'p 2 true'],
  [
    'a doubtful one stays beside another',
    line('1', false, differing),
    candidate('2', differing),
    'p 1 false',
  ],
  ['nothing found gives way to anything', line(null, false), candidate('2', differing), 'p 2 false'],
])('%s', (_, previous, found, expected) => {
  expect(after([previous], { p: found }).lines).toEqual([expected]);
});

it('changes nothing when it is run again', () => {
  const candidates = [candidate('1'), candidate('1', agreeing, 'q'), candidate('3', differing, 'r')];
  const once = decide([], candidates, new Map());
  expect(decide(once.value, candidates, new Map()).value).toEqual(once.value);
});

it('gives an id to one paper only, and says of which the other one is a duplicate', () => {
  expect(after([], { p: candidate('1'), q: candidate('1') })).toEqual({
    lines: ['p 1 true', 'q 1 false'],
    texts: [
      'q agrees with arXiv:1, which is the paper p: they are likely one paper seen twice. The match was not accepted.',
    ],
  });
  expect(after([], { p: candidate('1') }, { 1: 'other' }).lines).toEqual(['p 1 false']);
});

it('gives an id to the paper that agrees with it when another paper was refused it', () => {
  const refused = { ...line('1', false, differing), paper: 'q' };
  expect(after([refused], { p: candidate('1') })).toEqual({ lines: ['p 1 true', 'q 1 false'], texts: [] });
});

describe('on papers whose feeds give their id', () => {
  it.each<[string, Enrichment, Candidate, string]>([
    ['an accepted line stays', line('1', true, agreeing), candidate('1', differing), 'p 1 true'],
    ['a match that a person rejected stays', line('1', false, agreeing), candidate('1'), 'p 1 false'],
    ['a line written by hand stays', line('1', false), candidate('1'), 'p 1 false'],
    ['one that a person accepted stays', line('1', true, unlike), candidate('1', unlike), 'p 1 true'],
    ['a doubtful one gives way', line('1', false, unlike), candidate('1'), 'p 1 true'],
    ['one on another id gives way, though accepted', line('2', true, agreeing), candidate('1'), 'p 1 true'],
    ['nothing found gives way', line(null, false), candidate('1', differing), 'p 1 false'],
  ])('%s', (_, previous, found, expected) => {
    expect(decideKnown([previous], [found]).map(short)).toEqual([expected]);
  });

  it('there is a line on each that was found or asked for, by paper', () => {
    const found = [candidate('1', agreeing, 'z'), candidate('2', differing, 'a')];
    expect(decideKnown([], found, [wanted('p'), wanted('a')]).map(short)).toEqual([
      'a 2 false',
      'p null false',
      'z 1 true',
    ]);
  });
});
