import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'the slug of a paper, such as a-paper');

const formerPapersSchema = z.record(
  slugSchema,
  z.union([slugSchema, z.url({ protocol: /^https?$/ }), z.null()]),
);

/**
 * Papers that the site had, by slug, and what took the place of each: another paper (its slug), a page elsewhere (its
 * address), or nothing (null).
 */
export type FormerPapers = Readonly<Record<string, string | null>>;

/** Reads `former-papers.yaml` of a content folder, where there is one. Throws an error that says what is expected. */
export function loadFormerPapers(folder: string): FormerPapers {
  const file = join(folder, 'former-papers.yaml');
  if (!existsSync(file)) return {};
  return readYaml(
    file,
    formerPapersSchema,
    'a line a paper, “slug: slug of another paper”, “slug: https://…” or “slug: null”',
  );
}
