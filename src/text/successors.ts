import { z } from 'zod';

const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug: the last part of an address');

/**
 * What took the place of pages that a site had, by slug: another page of the kind (its slug), a page elsewhere (its
 * address), or nothing (null). No page takes its own place, by whatever detour.
 */
export const successorsSchema = z
  .record(slugSchema, z.union([slugSchema, z.url({ protocol: /^https?$/ }), z.null()]))
  .superRefine((successors, context) => {
    for (const slug of Object.keys(successors))
      if (isInCircle(successors, slug))
        context.addIssue({
          code: 'custom',
          path: [slug],
          message: `“${slug}” leads back to itself; say where it leads in the end`,
        });
  });

export type Successors = Readonly<Record<string, string | null>>;

/** What took the place of a page in the end, when what did has a successor itself. */
export function lastSuccessor(successors: Successors, slug: string): string | null {
  let last: string | null = slug;
  while (last !== null && Object.hasOwn(successors, last)) last = successors[last]!;
  return last;
}

function isInCircle(successors: Successors, slug: string): boolean {
  const passed = new Set<string>();
  let next: string | null = slug;
  while (next !== null && Object.hasOwn(successors, next)) {
    if (passed.has(next)) return next === slug;
    passed.add(next);
    next = successors[next]!;
  }
  return false;
}
