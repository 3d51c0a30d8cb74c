import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { bibtex } from '#citation/bibtex.ts';
import { arxivMonth, citationRecord } from '#citation/citation-record.ts';
import { cslJson } from '#citation/csl-json.ts';
import { withFirstAuthors } from '#citation/first-authors.ts';
import { plainReference } from '#citation/plain-reference.ts';
import { ris } from '#citation/ris.ts';
import { toPlain } from '#abstracts/render.ts';
import type { Paper } from '#papers/schema.ts';
import { createUrls } from '#site/urls.ts';
import { paperEntry, site } from '../syndication/corpus-of.ts';

const recordOf = (values: Partial<Paper>) => {
  const entry = paperEntry({ id: '1a', slug: 'a-paper', ...values });
  return citationRecord(entry, { titlePlain: toPlain(entry.title) }, createUrls(site));
};

const full = recordOf({
  title: 'On $\\{x\\}$-Bounds of {\\em LoRA} & α: 50\\% of Schr\\"odinger',
  authors: ['Ada Lovelace', 'Émile van Borel', 'Martin King Jr.', 'OpenAI Team'],
  published: '2025-10-28',
  arxivId: '2510.00001',
  categories: ['cs.LG', 'stat.ML'],
  doi: '10.1000/a_b',
});
const bare = recordOf({ title: 'What is known' });

describe('bibtex', () => {
  it('has what is known, safe for TeX, its mathematics as TeX and its capitals protected', () => {
    expect(bibtex([full])).toBe(
      String.raw`@misc{lovelace2025bounds,
  title = {On {$\lbrace x\rbrace $}-Bounds of \emph{{LoRA}} \& $\alpha$: 50\% of Schr{\"o}dinger},
  author = {Lovelace, Ada and van Borel, {\'E}mile and King, Jr., Martin and {OpenAI Team}},
  year = {2025},
  month = oct,
  eprint = {2510.00001},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  doi = {10.1000/a_b},
  url = {https://arxiv.org/abs/2510.00001}
}
`,
    );
  });

  it('leaves out what is not known', () => {
    expect(bibtex([bare])).toBe(`@misc{known,
  title = {What is known},
  url = {https://a.org/digest/papers/a-paper/}
}
`);
  });

  it('is read by others as it was meant', () => {
    const item = new Cite(bibtex([full])).data[0]!;
    expect(item).toMatchObject({
      author: [
        { given: 'Ada', family: 'Lovelace' },
        { given: 'Émile', 'non-dropping-particle': 'van', family: 'Borel' },
        { given: 'Martin', family: 'King', suffix: 'Jr.' },
        { family: 'OpenAI Team' },
      ],
      issued: { 'date-parts': [[2025, 10]] },
      URL: 'https://arxiv.org/abs/2510.00001',
    });
    expect(item.title).toMatch(/50% of Schrödinger/);
  });

  it('keeps what is bold in a title', () => {
    const bold = recordOf({ title: 'On \\textbf{Deep LoRA} of {\\em sets}' });
    expect(bibtex([bold])).toContain('title = {On \\textbf{Deep {LoRA}} of \\emph{sets}}');
  });

  it('keeps the keys of a list apart', () => {
    const other = { ...full, id: '2b', slug: 'another-paper' };
    expect([...bibtex([full, other, bare]).matchAll(/@misc\{([^,]+)/g)].map(([, key]) => key)).toEqual([
      'a-paper',
      'another-paper',
      'known',
    ]);
  });
});

describe('titles in BibTeX', () => {
  it.each([
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['BERT: Pre-training of Deep Transformers', '{BERT}: Pre-training of Deep Transformers'],
    ['On the spectrum of Gaussian matrices', 'On the spectrum of {Gaussian} matrices'],
    ['Markov chains: Theory and the Ising model', 'Markov chains: Theory and the {Ising} model'],
    ['The $n$-queens problem for Erdős graphs', 'The {$n$}-queens problem for {Erd{\\H{o}}s} graphs'],
    ['$k$-Nearest neighbours and other methods', '{$k$}-{Nearest} neighbours and other methods'],
    [
      '$σ$-GPTs: A New Approach · Part One',
      '{$\\sigma$}-{GPTs}: A New Approach \\textperiodcentered{} Part One',
    ],
    ['3D Scenes from Video', '{3D} Scenes from Video'],
  ])('%s', (title, tex) => {
    expect(recordOf({ title }).texTitle).toBe(tex);
  });
});

describe('ris', () => {
  it('has one tag a line, with CRLF, from TY to ER', () => {
    expect(ris([full]).split('\r\n')).toEqual([
      'TY  - UNPB',
      'TI  - On {x}-Bounds of LoRA & α: 50% of Schrödinger',
      'AU  - Lovelace, Ada',
      'AU  - van Borel, Émile',
      'AU  - King, Martin, Jr.',
      'AU  - OpenAI Team',
      'PY  - 2025',
      'DA  - 2025/10/28/',
      'PB  - arXiv',
      'AN  - arXiv:2510.00001',
      'DO  - 10.1000/a_b',
      'UR  - https://arxiv.org/abs/2510.00001',
      'ER  - ',
      '',
      '',
    ]);
  });

  it('lets no text begin another line', () => {
    const text = ris([{ ...bare, title: 'a\r\nER  - \r\nTY  - BOOK' }]);
    expect(text.match(/^TY {2}- /gm)).toHaveLength(1);
  });
});

describe('cslJson', () => {
  it('has what is known', () => {
    expect(cslJson([full, bare])).toEqual([
      {
        id: 'lovelace2025bounds',
        type: 'article',
        title: 'On {x}-Bounds of LoRA & α: 50% of Schrödinger',
        author: [
          { family: 'Lovelace', given: 'Ada' },
          { family: 'van Borel', given: 'Émile' },
          { family: 'King', given: 'Martin', suffix: 'Jr.' },
          { literal: 'OpenAI Team' },
        ],
        issued: { 'date-parts': [[2025, 10, 28]] },
        number: 'arXiv:2510.00001',
        publisher: 'arXiv',
        DOI: '10.1000/a_b',
        URL: 'https://arxiv.org/abs/2510.00001',
      },
      { id: 'known', type: 'article', title: 'What is known', URL: 'https://a.org/digest/papers/a-paper/' },
    ]);
  });
});

describe('plainReference', () => {
  it('is a sentence of what is known', () => {
    expect(plainReference(full)).toBe(
      'Ada Lovelace, Émile van Borel, Martin King Jr., and OpenAI Team. On {x}-Bounds of LoRA & α: 50% of ' +
        'Schrödinger. arXiv:2510.00001, 2025. https://arxiv.org/abs/2510.00001',
    );
    expect(plainReference(bare)).toBe('What is known. https://a.org/digest/papers/a-paper/');
    expect(plainReference({ ...bare, authors: ['A B', 'C D'], title: 'Why?', doi: '10.1/x' })).toBe(
      'A B and C D. Why? doi:10.1/x. https://a.org/digest/papers/a-paper/',
    );
    expect(plainReference({ ...bare, authors: Array(9).fill('A B') })).toMatch(/^A B et al\. What/);
  });
});

describe('references to a paper by too many to name', () => {
  const authors = Array.from(
    { length: 3000 },
    (_, index) => `Ada ${'abcdefghij'[index % 10]}${index < 50 ? 'early' : 'late'}`,
  );
  const first = withFirstAuthors({ ...bare, authors });

  it('name the first fifty, and say that there are others', () => {
    expect([first.authors.length, first.moreAuthors]).toEqual([50, 2950]);
    expect(withFirstAuthors(first)).toBe(first);
    expect(withFirstAuthors(full)).toBe(full);
    expect(bibtex([first])).toContain('and jearly, Ada and others},');
    expect(ris([first])).toContain('AU  - jearly, Ada\r\nAU  - et al.\r\nUR');
    expect(cslJson([first])[0]!.author!.slice(-1)).toEqual([{ literal: 'et al.' }]);
    expect(plainReference({ ...first, authors: ['A B'] })).toMatch(/^A B et al\. What/);
  });

  it('are read by others as they were meant', () => {
    expect(new Cite(bibtex([first])).data[0]!['author']).toHaveLength(51);
  });
});

describe('arxivMonth', () => {
  it.each([
    ['2510.00001', '2025-10'],
    ['0704.0001', '2007-04'],
    ['math/0309136', '2003-09'],
    ['math.GT/9903001', '1999-03'],
    ['2513.00001', null],
    [null, null],
  ])('%s -> %s', (arxivId, month) => {
    expect(arxivMonth(arxivId)).toBe(month);
    if (arxivId !== null) expect(recordOf({ arxivId }).date).toBe(month);
  });
});
