import { describe, expect, it } from 'vitest';
import { relate, relatedPapers } from '#related/related.ts';
import { TermCoder } from '#text/term-coder.ts';

const filler = [
  'Bandits with delayed feedback suffer regret that grows with the horizon.',
  'Protein folding from sequence alignments with equivariant layers.',
  'Quantum circuits simulate spin chains at finite temperature.',
  'Speech recognition for dialects of low resources.',
];

const documents = [
  {
    id: 'a',
    title: 'Score matching for diffusion models',
    abstract: 'Diffusion models learn a score function by denoising score matching.',
  },
  {
    id: 'b',
    title: 'Faster sampling of diffusion models',
    abstract: 'The score function of diffusion models is integrated in few steps.',
  },
  { id: 'c', title: 'Regret of bandits', abstract: 'Bandits with switching costs have regret lower bounds.' },
  ...filler.map((abstract, index) => ({ id: `f${index}`, title: abstract.split(' ')[0]!, abstract })),
];

describe('relatedPapers', () => {
  it('finds what shares rare terms, and says which', () => {
    const related = relatedPapers(documents);
    expect(related.get('a')!.map(({ id }) => id)).toEqual(['b']);
    expect(related.get('a')![0]!.terms).toContain('diffusion models');
    expect(related.get('c')!.map(({ id }) => id)).toEqual(['f0']);
  });

  it('names words as they are written, not as stems', () => {
    const related = relatedPapers(documents);
    expect(related.get('c')![0]!.terms).toEqual(expect.arrayContaining(['bandits', 'regret']));
  });

  it('names no words of a pair beside it', () => {
    const folding = ['Protein folding by attention.', 'Equivariant layers for protein folding.'].map(
      (abstract, index) => ({ id: `p${index}`, title: abstract, abstract }),
    );
    expect(relatedPapers([...folding, ...documents]).get('p0')![0]!.terms).toEqual(['protein folding']);
  });

  it('relates a document that repeats a word more often than 16 bits count', () => {
    const once = { id: 'h', title: 'Noise', abstract: 'Diffusion models. ' + 'Score '.repeat(65_535) };
    const more = { ...once, abstract: once.abstract + 'score' };
    expect(relatedPapers([...documents, more]).get('h')).not.toEqual([]);
    expect(relatedPapers([...documents, more])).toEqual(relatedPapers([...documents, once]));
  });

  it('leaves near copies out, of a document and among its relatives', () => {
    const copies = [
      ...documents,
      { ...documents[0]!, id: 'a-again' },
      { ...documents[1]!, id: 'b-again', abstract: `${documents[1]!.abstract} Code is public.` },
    ];
    const ids = relatedPapers(copies)
      .get('a')!
      .map(({ id }) => id);
    expect(ids).not.toContain('a-again');
    expect(ids.filter((id) => id.startsWith('b'))).toHaveLength(1);
  });

  it('does not depend on the order of the documents', () => {
    const there = relatedPapers(documents);
    const back = relatedPapers([...documents].reverse());
    for (const { id } of documents) expect(back.get(id)).toEqual(there.get(id));
  });

  it('weighs terms without new documents, which change nothing between the others', () => {
    const newOne = { id: 'e', title: 'Costs of bandits', abstract: 'Bandits with diffusion.', isNew: true };
    const [without, and] = [relatedPapers(documents), relatedPapers([...documents, newOne])];
    expect(and.get('a')![0]).toEqual(without.get('a')![0]);
    expect(and.get('e')!.map(({ id }) => id)).toContain('c');
    const counted = relatedPapers([...documents, { ...newOne, isNew: false }]);
    expect(counted.get('a')![0]).not.toEqual(without.get('a')![0]);
  });

  it('writes terms as the documents do that are not new', () => {
    const abstract = 'Diffusion model. '.repeat(9) + 'Scores. '.repeat(9);
    const newOne = { id: 'n', title: 'Diffusion model', abstract, isNew: true };
    const [without, and] = [relatedPapers(documents), relatedPapers([...documents, newOne])];
    expect(and.get('a')!.find(({ id }) => id === 'b')).toEqual(without.get('a')![0]);
  });

  it('compares all anew where a document changed, went, or came that is not new', () => {
    const known = relate(documents);
    const changed = documents.map((document) =>
      document.id === 'b' ? { ...document, abstract: 'Bandits with regret.' } : document,
    );
    const came = { id: 'e', title: 'Regret', abstract: 'Diffusion models of bandits.' };
    for (const others of [changed, documents.slice(1), [...documents, came]])
      expect(relate(others, { known })).toEqual(relate(others));
  });

  it('is the cosine of what words and repeated pairs weigh, titles counted twice', () => {
    const texts = [
      ['kalu moru', 'tavi kalu moru nose'],
      ['moru', 'kalu moru pelo tavi zuko zuko'],
      ['pelo zuko', 'rado tavi kalu pelo zuko'],
      ['rado', 'nose nose rado kalu'],
      ['bimo', 'bimo'],
    ].map((pair) => pair.map((text) => text.split(' ')));
    const counts = texts.map(([title, abstract]) => {
      const times = new Map<string, number>();
      const add = (words: string[], weight: number) =>
        words.forEach((word, at) => {
          const pairs = at > 0 ? [`${words[at - 1]!} ${word}`] : [];
          for (const term of [word, ...pairs]) times.set(term, (times.get(term) ?? 0) + weight);
        });
      add(title!, 2);
      add(abstract!, 1);
      return times;
    });
    const vectors = counts.map((times) => {
      const weights = [...times].map(([term, count]): [string, number] => {
        const documentCount = counts.filter((other) => other.has(term)).length;
        const isPair = term.includes(' ');
        const idf = isPair && documentCount < 2 ? 0 : Math.log(texts.length / documentCount);
        return [term, (1 + Math.log(count)) * idf * (isPair ? 0.7 : 1)];
      });
      const norm = Math.hypot(...weights.map(([, weight]) => weight));
      return new Map(weights.map(([term, weight]) => [term, weight / norm]));
    });
    const related = relatedPapers(
      texts.map(([title, abstract], place) => ({
        id: String(place),
        title: title!.join(' '),
        abstract: abstract!.join(' '),
      })),
      2,
    );
    vectors.forEach((vector, place) => {
      const scores = vectors
        .map((other) => [...vector].reduce((sum, [term, weight]) => sum + weight * (other.get(term) ?? 0), 0))
        .map((score, other) => ({ id: String(other), score: Math.round(score * 1000) / 1000 }))
        .filter(({ id, score }) => id !== String(place) && score >= 0.06)
        .sort((a, b) => b.score - a.score);
      expect(related.get(String(place))!.map(({ id, score }) => ({ id, score }))).toEqual(scores.slice(0, 2));
    });
  });

  it('writes a term as it is written most often, of equals as the first by code units', () => {
    const [one, other] = ['Zebras and Okapis, zebra, okapi.', 'A zebra and an okapi with zebras, okapis.'];
    const related = relatedPapers([
      { id: 'x', title: one, abstract: 'Okapis by quantum circuits.' },
      { id: 'y', title: other, abstract: 'Speech.' },
      ...documents,
    ]);
    expect(related.get('x')![0]!.terms.toSorted()).toEqual(['okapis', 'zebra']);
  });

  it('answers for every document, at most as many as asked', () => {
    const related = relatedPapers([...documents, { id: 'empty', title: 'Untitled', abstract: '' }], 1);
    expect([...related.keys()].sort()).toEqual([...documents.map(({ id }) => id), 'empty'].sort());
    expect(Math.max(...[...related.values()].map((list) => list.length))).toBe(1);
    expect(related.get('empty')).toEqual([]);
  });

  it('finds the same with terms that were kept, of more papers or fewer', () => {
    const expected = relatedPapers(documents);
    const others = [...filler, 'A text that nobody has any more.'].map((abstract, index) => ({
      id: `o${index}`,
      title: 'Score models',
      abstract,
    }));
    const first = new TermCoder();
    relate([...others, ...documents.slice(0, 5)], { coder: first });
    const second = new TermCoder(first.keep());
    expect(relate(documents, { coder: second }).related).toEqual(expected);
    expect(second.isAsKept).toBe(false);
    const third = new TermCoder(second.keep());
    expect(relate([...documents].reverse(), { coder: third }).related.get('a')).toEqual(expected.get('a'));
    expect(third.isAsKept).toBe(true);
    expect(new TermCoder(new TermCoder().keep()).spellings.texts).toEqual([]);
  });
});
