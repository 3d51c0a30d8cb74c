import { expect, it } from 'vitest';
import { ownerFormulas } from '#corpus/owner-formulas.ts';
import { sampleCorpus } from '../syndication/corpus-of.ts';

const { taxonomy } = sampleCorpus;
const [topic] = taxonomy.topics;

it('says which formulas of an owner cannot be typeset, and where they stand', () => {
  const messages = ownerFormulas({
    about: 'Good $x^2$, bad $\\nonsense{x}$.',
    taxonomy: { ...taxonomy, topics: [{ ...topic!, description: 'Of $\\frac{a$.' }] },
    corrections: { 'a-paper': { title: 'On $\\wrong$' }, other: { abstract: 'We show $O(\\sqrt{n})$.' } },
  });
  expect(messages.map(({ severity, rule, feed, text }) => [severity, rule, feed, text])).toEqual([
    [
      'warning',
      'formula-unreadable',
      'pages/about.md',
      'The formula “\\nonsense{x}” is shown as text, because it cannot be typeset: Undefined control sequence: \\nonsense.',
    ],
    [
      'warning',
      'formula-unreadable',
      'topics.yaml',
      "The formula “\\frac{a” is shown as text, because it cannot be typeset: Unexpected end of input in a macro argument, expected '}'.",
    ],
    [
      'warning',
      'formula-unreadable',
      'corrections.yaml',
      'The formula “\\wrong” is shown as text, because it cannot be typeset: Undefined control sequence: \\wrong.',
    ],
  ]);
});

it('has nothing to say of the taxonomy of a site without mistakes', () => {
  expect(ownerFormulas({ about: '', taxonomy, corrections: {} })).toEqual([]);
});
