import { expect, it } from 'vitest';
import { referenceFormats } from '#reading/reference-formats.ts';

const record = {
  id: 'arxiv:2510.00001',
  slug: 'on-square-roots',
  title: 'On √n',
  texTitle: 'On $\\sqrt{n}$',
  authors: ['Ada Lovelace'],
  moreAuthors: 0,
  date: '2025-10-01',
  arxivId: '2510.00001',
  primaryClass: 'math.NT',
  doi: null,
  url: 'https://arxiv.org/abs/2510.00001',
};

it.each(referenceFormats.map((format) => [format.name, format] as const))(
  '%s names every paper',
  (_, { write }) => {
    const text = write([record, { ...record, slug: 'other', texTitle: 'Another', title: 'Another' }]);
    expect(text).toContain('2510.00001');
    expect(text).toContain('Another');
    expect(text.endsWith('\n')).toBe(true);
  },
);

it.each(referenceFormats.map((format) => [format.name, format] as const))(
  '%s of nothing is nothing',
  (_, { write }) => {
    expect(write([]).trim().replace('[]', '')).toBe('');
  },
);
