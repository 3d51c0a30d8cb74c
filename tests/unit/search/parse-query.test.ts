import { describe, expect, it } from 'vitest';
import { parseQuery } from '#search/query/parse-query.ts';
import type { Clause, Condition } from '#search/query/parsed-query.ts';

/** A clause in one line: `-title:a+b*|"c d"`. */
function shown({ alternatives, negated }: Clause): string {
  return (negated ? '-' : '') + alternatives.map(shownCondition).join('|');
}

function shownCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'words': {
      const { terms, prefix, phrase, field } = condition;
      const words = phrase === null ? terms.join('+') + (prefix ? '*' : '') : `"${phrase.join(' ')}"`;
      return (field === null ? '' : `${field}:`) + words;
    }
    case 'topic':
      return `topic=${condition.value}`;
    case 'date':
      return `date=${condition.range.from}..${condition.range.to}`;
    case 'arxiv':
      return `arxiv=${condition.id}`;
    case 'has':
      return `has=${condition.what}`;
  }
}

describe('parseQuery', () => {
  it.each([
    ['diffusion models', ['diffusion', 'models*']],
    ['diffusion models ', ['diffusion', 'models']],
    ['self-attention', ['self+attention*']],
    ['the diffusion of', ['diffusion']],
    ['gp', ['gp']],
    ['"exact phrase" tail', ['"exact phrase"', 'tail*']],
    ['"one"', ['one']],
    ['-video', ['-video']],
    ['graph -"neural network"', ['graph', '-"neural network"']],
    ['cats OR dogs', ['cats|dogs*']],
    ['a1 OR b2 OR "c3 d4" e5', ['a1|b2|"c3 d4"', 'e5']],
    ['cats AND dogs', ['cats', 'dogs*']],
    [
      'title:graph abstract:"neural net" author:lecun',
      ['title:graph', 'abstract:"neural net"', 'authors:lecun*'],
    ],
    ['topic:diffusion-models topic:"large models"', ['topic=diffusion-models', 'topic=large models']],
    ['date:2025-03 x1', ['date=2025-03..2025-03', 'x1']],
    ['date:2024..2025 -date:2024-05-01..2024-06', ['date=2024..2025', '-date=2024-05-01..2024-06']],
    ['date:2025..2024', ['date=2024..2025']],
    ['date:2024..', ['date=2024..9999']],
    ['has:code -has:math', ['has=code', '-has=math']],
    ['2401.12345', ['arxiv=2401.12345']],
    ['arXiv:2401.12345v2', ['arxiv=2401.12345']],
    ['arxiv:0711.1723', ['arxiv=0711.1723']],
    ['(arXiv:2401.12345), kernels', ['arxiv=2401.12345', 'kernels*']],
    ['https://arxiv.org/abs/2401.12345v1?context=cs', ['arxiv=2401.12345']],
    ['http://export.arxiv.org/pdf/2401.12345v3.pdf#page=2', ['arxiv=2401.12345']],
    ['huggingface.co/papers/2401.12345/', ['arxiv=2401.12345']],
    ['10.48550/arXiv.2401.12345', ['arxiv=2401.12345']],
    ['hep-th/9901001', ['arxiv=hep-th/9901001']],
    ['arXiv:math.GT/0309136v2', ['arxiv=math/0309136']],
    ['https://arxiv.org/abs/hep-th/9901001', ['arxiv=hep-th/9901001']],
    ['2401.12345 OR 2402.54321', ['arxiv=2401.12345|arxiv=2402.54321']],
    ['2401.1234', ['2401+1234*']],
    ['"2401.12345"', ['"2401 12345"']],
    ['2413.12345', ['2413+12345*']],
    ['$\\ell_1$ norm', ['l1', 'norm*']],
    ['O(sqrt n)', ['"o sqrt n"']],
    ['$O(\\sqrt{n})$', ['"o sqrt n"']],
    ['title:O(√n) -O(n) sorting', ['title:"o sqrt n"', '-"o n"', 'sorting*']],
    ['O(n log n)-time', ['o+n+log+time*']],
    ['O(n lo', ['lo']],
    ['\\log_2(n)', ['"log 2 n"']],
    ['log(n)', ['log']],
    ['\\sqrt', ['sqrt*']],
    ['L^2 norm', ['l2', 'norm*']],
    ['vitamin D', ['vitamin']],
    ['state-of-the', ['state']],
    ['“curly quotes” «other»', ['"curly quotes"', 'other*']],
    ['title: graph date: 2025', ['title:graph', 'date=2025..2025']],
    ['Mamba: selective', ['mamba', 'selective*']],
    ['cats NOT dogs', ['cats', '-dogs']],
    ['cats - dogs', ['cats', 'dogs*']],
    ['NOT - dogs', ['-dogs']],
    ['Title:graph HAS:code', ['title:graph', 'has=code']],
    ['title:2401.12345', ['title:2401+12345*']],
    ['arxiv:graph', ['arxiv+graph*']],
    ['https://example.org', ['https+example+org*']],
    ['', []],
    ['   ', []],
    ['-', []],
    ['()', []],
  ])('%s', (text, expected) => {
    expect(parseQuery(text).clauses.map(shown)).toEqual(expected);
  });

  it.each([
    ['OR cats', ['cats*'], ['OR stands between two words, neither of them excluded; here it was left out.']],
    ['cats OR', ['cats'], ['OR stands between two words, neither of them excluded; here it was left out.']],
    [
      'cats OR -dogs',
      ['cats', '-dogs'],
      ['OR stands between two words, neither of them excluded; here it was left out.'],
    ],
    [
      'n 3',
      [],
      ['A letter alone is looked for in formulas only, as in $n$ or O(n), and a digit alone is not.'],
    ],
    [
      'cats "black dogs',
      ['cats', '"black dogs"'],
      ['The quotation mark is not closed; all that follows it is read as one phrase.'],
    ],
    [
      'cats date:soon',
      ['cats'],
      ['“date:soon” is not a date like date:2025, date:2025-03 or date:2024..2025; it was left out.'],
    ],
    [
      'venue:neurips cats',
      ['venue+neurips', 'cats*'],
      [
        'There is no field “venue:”, so it is read as a word; fields are title:, abstract:, author:, topic:, date: and has:.',
      ],
    ],
    ['Mamba:selective', ['mamba+selective*'], []],
    ['https://example.org', ['https+example+org*'], []],
    ['cats has:dogs', ['cats'], ['“has:dogs” is neither has:code nor has:math; it was left out.']],
    ['of the', [], ['These words are in nearly every paper and are not searched; add a rarer one.']],
    ['-cats', ['-cats'], ['A query needs at least one thing to look for besides what it excludes.']],
    ['"of the" cats', ['cats*'], ['“of the” has only very common words, which are not searched.']],
  ])('says how it read %s', (text, clauses, notes) => {
    expect(parseQuery(text).clauses.map(shown)).toEqual(clauses);
    expect(parseQuery(text).notes).toEqual(notes);
  });

  it('searches the first 24 words and says so', () => {
    const { clauses, notes } = parseQuery(Array.from({ length: 30 }, (_, i) => `word${i}`).join(' '));
    expect(clauses).toHaveLength(24);
    expect(notes).toEqual(['Only the first 24 words are searched.']);
  });

  it('applies the first 6 filters and says so', () => {
    const { clauses, notes } = parseQuery(Array.from({ length: 9 }, () => 'has:code').join(' '));
    expect(clauses).toHaveLength(6);
    expect(notes).toEqual(['Only the first 6 filters are applied.']);
  });
});
