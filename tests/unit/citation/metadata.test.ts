import { describe, expect, it } from 'vitest';
import { citationTags, scholarlyArticle } from '#citation/metadata.ts';
import { createUrls } from '#site/urls.ts';
import { corpusOf, paperEntry, site } from '../syndication/corpus-of.ts';

const full = paperEntry(
  {
    id: '1a',
    slug: 'a-paper',
    title: '</script> $x^2$',
    abstract: 'Of $\\sqrt n$.',
    authors: ['Ada Lovelace', 'Émile Borel'],
    published: '2025-10-28',
    arxivId: '2510.00001',
    doi: '10.1000/a',
    organization: 'A Lab',
    keywords: ['a', '$\\tau$-bench'],
  },
  { links: [{ kind: 'code', url: 'https://github.com/a/b' }] },
);
const bare = paperEntry({ id: '2b', slug: 'bare', title: 'Bare' });
const { renderedById } = corpusOf([full, bare]);
const urls = createUrls(site);

describe('citationTags', () => {
  it('has known fields only', () => {
    const tags = (entry: typeof full) =>
      citationTags(entry, renderedById.get(entry.paper.id)!, site, urls).map(
        ({ name, content }) => `${name}: ${content}`,
      );
    expect(tags(full)).toEqual([
      'citation_title: </script> x²',
      'citation_author: Ada Lovelace',
      'citation_author: Émile Borel',
      'citation_publication_date: 2025/10/28',
      'citation_doi: 10.1000/a',
      'citation_arxiv_id: 2510.00001',
      'citation_pdf_url: https://arxiv.org/pdf/2510.00001',
      'citation_abstract_html_url: https://a.org/digest/papers/a-paper/',
      'citation_technical_report_institution: A Lab',
      'citation_language: en',
      'citation_keywords: a; τ-bench',
    ]);
    expect(tags(bare)).toEqual([
      'citation_title: Bare',
      'citation_abstract_html_url: https://a.org/digest/papers/bare/',
      'citation_language: en',
    ]);
  });
});

describe('scholarlyArticle', () => {
  const article = (entry: typeof full, topics: string[]) =>
    scholarlyArticle(entry, renderedById.get(entry.paper.id)!, topics, site, urls);

  it('is JSON-LD of known fields', () => {
    expect(JSON.parse(article(full, ['Theory']))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      '@id': 'https://a.org/digest/papers/a-paper/',
      url: 'https://a.org/digest/papers/a-paper/',
      name: '</script> x²',
      headline: '</script> x²',
      abstract: 'Of √n.',
      author: [
        { '@type': 'Person', name: 'Ada Lovelace' },
        { '@type': 'Person', name: 'Émile Borel' },
      ],
      datePublished: '2025-10-28',
      inLanguage: 'en',
      about: [{ '@type': 'Thing', name: 'Theory' }],
      keywords: 'a, τ-bench',
      identifier: { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2510.00001' },
      sameAs: ['https://arxiv.org/abs/2510.00001', 'https://doi.org/10.1000/a'],
      workExample: [{ '@type': 'SoftwareSourceCode', codeRepository: 'https://github.com/a/b' }],
    });
    expect(Object.keys(JSON.parse(article(bare, [])))).toEqual([
      ...['@context', '@type', '@id', 'url', 'name', 'headline', 'inLanguage'],
    ]);
  });

  it('cannot end the script that it stands in', () => {
    expect(article(full, [])).not.toMatch(/[<>]/);
  });
});
