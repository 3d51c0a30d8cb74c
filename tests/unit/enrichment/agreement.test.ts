import { describe, expect, it } from 'vitest';
import { agreementOf, comparable, isSamePaper } from '#enrichment/agreement.ts';
import { abstractOf } from './record-of.ts';

type Text = Parameters<typeof comparable>[0];
const agree = (one: Text, other: Text) => agreementOf(comparable(one), comparable(other));

describe('agreementOf', () => {
  it('is complete for a text and what became of it in a feed', () => {
    const authors = {
      title: 'HyperZ$\\cdot$Z: a {\\em fast} method',
      abstract:
        'We show $\\mathbb{R}^d$ bounds of $\\mathcal{O}(n)$ for\nevery \\textbf{convex} body in the plane and beyond.',
    };
    const scraped = {
      title: 'HyperZcdotZ: a {\\em fast} method',
      abstract: 'We show R^d bounds of O(n) for every convex body in the plane and beyond.',
    };
    expect(agree(scraped, authors)).toEqual({ title: 1, containment: 1, jaccard: 1 });
  });

  it('tells an abstract that is cut short from one that is rewritten', () => {
    const whole = { title: 'T', abstract: abstractOf('a') };
    const cut = { title: 'T', abstract: whole.abstract.split(' ').slice(0, 12).join(' ') };
    expect(agree(cut, whole)).toEqual({ title: 1, containment: 1, jaccard: 0.455 });
    expect(agree({ title: 'T', abstract: abstractOf('a', 12) }, whole).containment).toBe(0.455);
  });

  it('knows nothing of abstracts that are missing or too short', () => {
    const whole = { title: 'T', abstract: abstractOf('a') };
    expect(agree({ title: 'T', abstract: '' }, whole)).toEqual({
      title: 1,
      containment: null,
      jaccard: null,
    });
    expect(agree({ title: 'T', abstract: 'No abstract.' }, whole).jaccard).toBeNull();
  });

  it('keeps 1 for equal titles', () => {
    const abstract = abstractOf('a');
    expect(agree({ title: 'On sets on sets', abstract }, { title: 'On sets', abstract }).title).toBe(0.999);
  });
});

describe('isSamePaper', () => {
  it.each([
    ['equal titles and abstracts that agree somewhat', 1, 0.3, 0.1, true],
    ['equal titles alone', 1, 0.29, 0.1, false],
    ['alike titles and abstracts much the same', 0.5, 0.8, 0.6, true],
    ['alike titles and sentences in common', 0.9, 0.8, 0.59, false],
    ['other titles and the same abstract', 0.1, 0.9, 0.8, true],
    ['other titles and most of the abstract', 0.1, 0.9, 0.79, false],
    ['equal titles without abstracts', 1, null, null, false],
  ])('decides on %s', (_, title, containment, jaccard, expected) => {
    expect(isSamePaper({ title, containment, jaccard })).toBe(expected);
  });
});
