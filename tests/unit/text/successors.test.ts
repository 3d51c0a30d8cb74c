import { expect, it } from 'vitest';
import { z } from 'zod';
import { lastSuccessor, successorsSchema } from '#text/successors.ts';

it('follows successors that have successors', () => {
  const successors = successorsSchema.parse({ a: 'b', b: 'c', d: 'e', e: null, f: 'https://a.org/' });
  expect(['a', 'b', 'd', 'f', 'none'].map((slug) => lastSuccessor(successors, slug))).toEqual([
    'c',
    'c',
    null,
    'https://a.org/',
    'none',
  ]);
});

it('refuses circles, and what is neither slug nor address', () => {
  const complaint = (value: unknown) => z.prettifyError(successorsSchema.safeParse(value).error!);
  expect(complaint({ a: 'b', b: 'a', c: 'a' })).toBe(
    '✖ “a” leads back to itself; say where it leads in the end\n  → at a\n✖ “b” leads back to itself; say where it leads in the end\n  → at b',
  );
  expect(complaint({ a: 'papers/b/' })).toContain('at a');
  expect(complaint({ a: 'javascript:alert(1)' })).toContain('at a');
});
