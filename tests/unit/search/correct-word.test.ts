import { describe, expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { correctWord } from '#search/client/correct-word.ts';
import { IndexFiles } from '#search/client/index-files.ts';
import { searchDocument } from './documents.ts';

const words = [
  'class',
  'class',
  'calls',
  'user',
  'ussr',
  'future',
  'cardinality',
  'school',
  'range',
  'rnase',
];
const others = Array.from({ length: 300 }, () => 'diffusion');
const { files } = buildSearch(
  [...words, ...others].map((word, i) => searchDocument({ slug: `paper-${i}`, title: [word] })),
);
const index = await IndexFiles.open(async (path) => ({ bytes: files.get(path)!, start: 0 }), false);

describe('an unknown word', () => {
  it.each([
    ['calss', ['class', 'calls'], 'common ones first'],
    ['uesr', ['user', 'ussr'], 'with a swap in the middle, which leaves neither end'],
    ['fuutre', ['future'], 'the same of a longer word'],
    ['caridnality', ['cardinality'], 'with its beginning and its end'],
    ['xchool', ['school'], 'with its end only'],
    ['rnage', ['range', 'rnase'], 'nearest by either end'],
    ['usr', [], 'too short to tell'],
    ['zzzzzz', [], 'like none'],
  ])('%s is read as %j: %s', async (term, expected) => {
    expect((await correctWord(index, term, false)).map((word) => word.term)).toEqual(expected);
  });

  it('that may be unfinished is also read as a beginning', async () => {
    expect(await correctWord(index, 'cardni', true)).toEqual([{ term: 'cardinality', distance: 1 }]);
  });
});
